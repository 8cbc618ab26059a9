import { expect, it } from '@jest/globals';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import { request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import { start } from '#tests/procuratorate-12309/harness.ts';
import { REVIEW_1 } from '#tests/procuratorate-12309/numbers.ts';

/** What the subgraph makes of the demo's 12309, over the wire; views and masking are tested beside the subgraph. */
async function ask(name: string, caseNo?: number) {
  const { procuratorate } = await start();
  const system = { system: procuratorate, calls: [], requests: [] };
  return request(system, asker(name), caseNo === undefined ? undefined : foundFor(name, caseNo));
}

it('the ticket of 㛃拟𠮷, character for character; the empty date is null', async () => {
  const { askOwner } = await ask('party.zheng');
  const question = { ask: 'ticket', ticketNo: 'PT12309-2025-000002', queryCode: 'QN3H8V' } as const;
  expect(await askOwner(question)).toEqual([
    {
      ...{ ticketNo: 'PT12309-2025-000002', channel: 'PROC_12309', kind: 'CIVIL_ADMINISTRATIVE_APPEAL' },
      ...{ status: 'REPLIED_PROCEDURAL', submittedAt: '2025-05-20T14:30:00+08:00', nextReplyDueOn: null },
      replies: [
        {
          ...{ at: '2025-05-26T09:30:00+08:00', kind: 'PROCEDURAL' },
          text: '㛃拟𠮷：您对(2014)虚民初字第123号判决的申诉材料收悉。',
        },
        {
          ...{ at: '2025-06-04T10:10:00+08:00', kind: 'PROGRESS' },
          text: '㛃拟𠮷：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。',
        },
      ],
      caseNumber: null,
    },
  ]);
});

it('a new ticket is followed with the code that its answer showed, the same for the same key', async () => {
  const { askOwner } = await ask('party.zheng');
  const ticket = { kind: 'ACCUSATION', text: '㛃𠮷', recordNos: [REVIEW_1], idempotencyKey: 'a'.repeat(64) };
  const [issued] = await askOwner({ ask: 'createTicket', ticket });
  expect(await askOwner({ ask: 'createTicket', ticket })).toEqual([issued]);
  const { ticket: made, queryCode } = issued as unknown as { ticket: { ticketNo: string }; queryCode: string };
  expect(made).toMatchObject({ status: 'SUBMITTED', caseNumber: `ACCEPTANCE_NO ${REVIEW_1}` });
  expect(await askOwner({ ask: 'ticket', ticketNo: made.ticketNo, queryCode })).toEqual([made]);
  expect(await askOwner({ ask: 'ticket', ticketNo: made.ticketNo, queryCode: `${queryCode}X` })).toEqual([]);
  await expect(askOwner({ ask: 'createTicket', ticket: { ...ticket, text: '另一事由' } })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
});

it('a reading of the file of case 1 is arranged at the first free time', async () => {
  const { askOwner } = await ask('lawyer.he', 1);
  const reading = { caseUid: 'ZF-2025-000001', statement: 's', recordNos: [REVIEW_1], startsAt: null };
  const question = { ask: 'requestFileReading', request: { ...reading, idempotencyKey: 'b'.repeat(64) } } as const;
  expect(await askOwner(question)).toMatchObject([
    { status: 'CONFIRMED', slot: '2025-06-17T09:00:00+08:00', latestBy: '2025-06-19' },
  ]);
});

it('case 7 is found by the police number, through the package that came with it', async () => {
  const { askOwner } = await ask('proc.chen');
  const question = { ask: 'links', kind: 'POLICE_CASE_NO', numbers: ['A3799990000002025050007'] } as const;
  expect(await askOwner(question)).toMatchObject([
    {
      recordNo: '虚检刑捕受〔2025〕379999000007号',
      linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: 'A3799990000002025050007' }],
    },
  ]);
});
