import { describe, expect, it } from '@jest/globals';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { PagedRecord } from '#subgraphs/kit/ingested-record.ts';
import { ingestedTransfers, withTransfers } from '#subgraphs/kit/ingested-transfers.ts';

const [POLICE, OFFICE] = ['POLICE-379999', 'PROC-379999'];
const TO_OFFICE: readonly string[] = ['ARREST_REQUEST', 'PROSECUTION_REFERRAL', 'SUPPLEMENT_RESUBMIT'];

/** A hand-over of a day of 2025, received the next day. */
function on(day: string, kind: TransferRecord['kind'], extra: Partial<TransferRecord> = {}): TransferRecord {
  const [from, to] = TO_OFFICE.includes(kind) ? [POLICE, OFFICE] : [OFFICE, POLICE];
  return {
    ...({ transferKey: `${kind} ${day}`, kind, status: 'ACCEPTED', round: null, from, to } as TransferRecord),
    ...{ sentAt: `2025-${day}T23:30:00+08:00`, receivedAt: null, partyKeys: ['1'], replaces: null },
    ...{ documents: [], checklist: [{ note: '张拟甲' } as never] },
    ...extra,
  };
}

/** Due and answered, of the first of these. */
const ran = (...all: TransferRecord[]) => {
  const [first] = ingestedTransfers(all);
  return first && [first.dueOn, first.answeredOn];
};

describe('a hand-over', () => {
  it('is told by kind, agencies and days, and by nothing of anybody', () => {
    const received = '2025-05-30T10:00:00+08:00';
    expect(ingestedTransfers([on('05-29', 'SUPPLEMENT_RETURN', { round: 2, receivedAt: received })])).toEqual([
      {
        ...{ transferKey: 'SUPPLEMENT_RETURN 05-29', kind: 'SUPPLEMENT_RETURN', round: 2, from: OFFICE, to: POLICE },
        ...{ sentOn: '2025-05-29', receivedOn: '2025-05-30', dueOn: '2025-06-30', answeredOn: null },
      },
    ]);
  });

  it.each<[string, (string | null)[], TransferRecord[]]>([
    ['not received runs from the day it was sent', ['2025-06-09', null], [on('05-20', 'ARREST_REQUEST')]],
    ['a decision awaits its receipt', ['2025-05-23', null], [on('05-20', 'ARREST_DECISION')]],
    [
      'answered by the first answer',
      ['2025-06-09', '2025-05-25'],
      [on('05-20', 'ARREST_REQUEST'), on('05-26', 'ARREST_DECISION'), on('05-25', 'ARREST_DECISION')],
    ],
    ['a referral has no period of its own', [null, null], [on('05-20', 'PROSECUTION_REFERRAL')]],
    ['completed otherwise, nobody waits', [null, null], [on('05-20', 'ARREST_DECISION', { status: 'COMPLETED' })]],
    [
      'completed with its answer, the answer counts',
      ['2025-06-09', '2025-06-12'],
      [on('05-20', 'ARREST_REQUEST', { status: 'COMPLETED' }), on('06-12', 'ARREST_DECISION')],
    ],
  ])('%s', (_what, expected, all) => {
    expect(ran(...all)).toEqual(expected);
  });

  it.each<[string, Partial<TransferRecord>]>([
    ['not sent', { sentAt: null }],
    ['a draft', { status: 'DRAFT' }],
    ['rejected for its form', { status: 'FORM_REJECTED' }],
    ['cancelled', { status: 'CANCELLED' }],
  ])('%s is none', (_what, extra) => {
    expect(ingestedTransfers([on('05-20', 'ARREST_REQUEST', extra)])).toEqual([]);
  });
});

describe('a page', () => {
  const record = (recordNo: string, facts = {}) =>
    ({ recordNo, facts: { recordNo, labelled: false, sealed: false, ...facts } }) as PagedRecord;
  const source = (found: ReadonlyMap<string, readonly TransferRecord[]>) => {
    const [asked, failed]: [(readonly string[])[], Error[]] = [[], []];
    return {
      ...{ asked, failures: failed, failed: (error: Error) => void failed.push(error) },
      async transfersOfPage(numbers: readonly string[]) {
        asked.push(numbers);
        return found;
      },
    };
  };

  it('is one question: of a labelled record nothing is asked, of a sealed one nothing kept', async () => {
    const of = source(new Map([['A1', [on('05-20', 'ARREST_REQUEST')]]]));
    const page = [
      ...[record('A1'), record('A2'), record('A3', { sealed: true }), record('A4', { labelled: true })],
      { pageKey: 'A5', unreadable: true as const },
    ];
    expect(await withTransfers(page, of)).toEqual([
      { ...page[0], transfers: [expect.objectContaining({ kind: 'ARREST_REQUEST' })] },
      { ...page[1], transfers: [] },
      { ...page[2], transfers: [] },
      ...page.slice(3),
    ]);
    expect(of.asked).toEqual([['A1', 'A2']]);
    await withTransfers(page.slice(2), of);
    expect(of.asked).toHaveLength(1);
  });

  it('one record’s hand-overs that cannot be read leave it without, and go to the log; a system that fails fails the page', async () => {
    const error = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'POLICE', system: 'police' });
    const found = new Map([['A2', []]]);
    const get = found.get.bind(found);
    found.get = (key) => {
      if (key === 'A1') throw error;
      return get(key);
    };
    const of = source(found);
    const page = [record('A1'), record('A2')];
    expect(await withTransfers(page, of)).toEqual([page[0], { ...page[1], transfers: [] }]);
    expect(of.failures).toEqual([error]);
    const down = { ...of, transfersOfPage: () => Promise.reject(error) };
    await expect(withTransfers(page, down)).rejects.toBe(error);
  });
});
