import { describe, expect, it } from '@jest/globals';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import { auditInMemory } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  ARREST_1,
  ARREST_2,
  LAWYER_HE,
  PROSECUTION_1,
  prosecutionReview,
  RECORDS,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

const CASE_1 = [ARREST_1, PROSECUTION_1];

describe('file reading', () => {
  it('is open in case 1 since its prosecution review was accepted', async () => {
    const system = procuratorate();
    const asked = request(system, asker('lawyer.he'), foundFor('lawyer.he', 1));
    expect(await asked.askRows('fileReading', CASE_1)).toEqual([{ recordNo: PROSECUTION_1, since: '2025-04-07' }]);
    expect(system.calls).toEqual(['prosecution reviews 1']);
    expect(await asked.askRows('readingSlots', CASE_1)).toEqual([
      { recordNo: PROSECUTION_1, startsAt: '2025-06-17T09:00:00+08:00', place: '阅卷一室' },
    ]);
    expect(system.calls).toEqual(['prosecution reviews 1', 'slots 1']);
  });

  it('is not open in case 2, an arrest review', async () => {
    const asked = request(procuratorate(), asker('lawyer.he'), foundFor('lawyer.he', 2));
    expect(await asked.askRows('fileReading', [ARREST_2])).toEqual([]);
  });

  it('is not open while the review is not accepted', async () => {
    const records = RECORDS.map((each) => ({
      ...each,
      ...(each.prosecution && { prosecution: prosecutionReview({ acceptanceNo: PROSECUTION_1, acceptedOn: null }) }),
    }));
    const asked = request(procuratorate({ records }), asker('lawyer.he'), foundFor('lawyer.he', 1));
    expect(await asked.askRows('fileReading', CASE_1)).toEqual([]);
  });
});

describe('an appointment', () => {
  const question = (recordNos: readonly string[], startsAt: string | null): OwnerQuestion => ({
    ask: 'requestFileReading',
    request: { caseUid: 'ZF-2025-000001', statement: 's', recordNos, startsAt, idempotencyKey: 'key' },
  });
  const ask = (name: string, caseNo: number, asked: OwnerQuestion) => {
    const system = procuratorate();
    const answer = request(system, asker(name), foundFor(name, caseNo)).askOwner(asked);
    return { system, answer };
  };

  it('is asked for in counsel’s own name', async () => {
    const { system, answer } = ask('lawyer.he', 1, question(CASE_1, '2025-06-18T09:00:00+08:00'));
    expect(await answer).toEqual([
      {
        ...{ appointmentUid: '12309:YJ1', status: 'CONFIRMED', slot: '2025-06-18T09:00:00+08:00' },
        ...{ latestBy: '2025-06-19', place: '阅卷一室' },
      },
    ]);
    expect(system.requests).toEqual([
      {
        ...{ acceptanceNo: PROSECUTION_1, licenceNo: LAWYER_HE },
        ...{ startsAt: '2025-06-18T09:00:00+08:00', idempotencyKey: 'key' },
      },
    ]);
  });

  it('is on record before it is made; where it cannot be, it is not made', async () => {
    const system = procuratorate();
    const { log, records, state } = auditInMemory();
    const { context, askOwner } = request(system, asker('lawyer.he'), foundFor('lawyer.he', 1));
    context.keepAudit((more) => log.append(more));
    state.isFull = true;
    await expect(askOwner(question(CASE_1, null))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect([system.requests, records]).toEqual([[], []]);
    state.isFull = false;
    await askOwner(question(CASE_1, null));
    expect(system.requests).toHaveLength(1);
    expect(new Set(records.map(({ subject }) => subject))).toEqual(new Set(['ProsecutionReview']));
  });

  it.each([
    ['in a case of which counsel may not read the file', 'lawyer.he', 2, question([ARREST_2], null), 'CONFLICT'],
    ['by who is no lawyer', 'proc.li', 1, question(CASE_1, null), 'FORBIDDEN'],
    ['at a time that is past', 'lawyer.he', 1, question(CASE_1, '2025-06-16T08:59:59+08:00'), 'BAD_USER_INPUT'],
  ])('is not made %s', async (_what, name, caseNo, asked, code) => {
    const { system, answer } = ask(name, caseNo, asked);
    await expect(answer).rejects.toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(system.requests).toEqual([]);
  });
});
