import { describe, expect, it } from '@jest/globals';
import type { AuditLog } from '#auth/audit/log.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { CASE, casework, demoWorld, NUMBER, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { auditInMemory } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerTicket } from '#subgraphs/kit/owner-services.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const TICKET: OwnerTicket = {
  ticketNo: 'PT12309-2025-000002',
  channel: 'PROC_12309',
  kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
  status: 'REPLIED_PROCEDURAL',
  submittedAt: '2025-05-20T14:30:00+08:00',
  nextReplyDueOn: null,
  replies: [
    {
      at: '2025-05-26T09:30:00+08:00',
      kind: 'PROCEDURAL',
      text: '㛃拟𠮷：您对(2014)虚民初字第123号判决的申诉材料收悉。',
    },
  ],
  caseNumber: null,
};

/** A request, with all that the hotlines were asked and answer. */
async function ask(
  name: string,
  query: string,
  { answer = [TICKET], world = {}, audit }: { answer?: unknown[] | Error; world?: World; audit?: AuditLog } = {},
) {
  const asked: [string, OwnerQuestion][] = [];
  const services = (system: string, question: OwnerQuestion) => {
    asked.push([system, question]);
    return answer;
  };
  const { context, calls } = casework({ envelope: user(name), services, ...world });
  if (audit) context.keepAudit((records) => audit.append(records));
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  const told = errors.map(publicError) as { message: string; extensions: { code: string; en: string } }[];
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null,
    errors: told,
    asked,
    calls,
  };
}
const codes = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors.map(({ extensions }) => extensions.code);

describe('ticket', () => {
  const fields =
    '{ ticketNo channel kind status submittedAt nextReplyDueOn queryCode replies { at kind text } case { caseUid } }';

  it('is asked of its own hotline, character for character', async () => {
    const { data, asked } = await ask(
      'party.zheng',
      `{ ticket(ticketNo: " ｐｔ12309–2025 - 000002\\u200b", queryCode: "QN3H8V") ${fields} }`,
    );
    const { caseNumber: _, ...shown } = TICKET;
    expect(data).toEqual({ ticket: { ...shown, queryCode: null, case: null } });
    expect(asked).toEqual([['12309', { ask: 'ticket', ticketNo: TICKET.ticketNo, queryCode: 'QN3H8V' }]]);
  });

  it('of 12368 is the court’s; staff give no code', async () => {
    const { asked } = await ask('court.12368', '{ ticket(ticketNo: "PT12368-2025-000001") { ticketNo } }');
    expect(asked).toEqual([['12368', { ask: 'ticket', ticketNo: 'PT12368-2025-000001', queryCode: null }]]);
  });

  it('that the hotline does not show is null', async () => {
    expect(
      await ask('party.hua', `{ ticket(ticketNo: "PT12309-2025-000002") ${fields} }`, { answer: [] }),
    ).toMatchObject({
      data: { ticket: null },
      errors: [],
    });
  });

  it('of no hotline is null, and nobody is asked', async () => {
    const { data, errors, asked } = await ask('party.hua', '{ ticket(ticketNo: "PT12348-2025-000001") { kind } }');
    expect([data, errors, asked]).toEqual([{ ticket: null }, [], []]);
  });

  it.each(['379999198506120130', '', '张拟甲', 'PT12309-2025-000001-1'])('%j is no ticket number', async (number) => {
    const answer = await ask('party.hua', `{ ticket(ticketNo: "${number}") { kind } }`);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toBe('参数 ticketNo 不是有效的工单号。示例：PT12309-2025-000001。');
  });

  it('leads to its case where the caller may see that', async () => {
    const about = { ...TICKET, caseNumber: `COURT_CASE_NO ${NUMBER}` };
    const query = '{ ticket(ticketNo: "PT12309-2025-000002") { case { caseUid } } }';
    const counsel = { facts: { '12368': [counselled()] } };
    expect((await ask('lawyer.he', query, { answer: [about], world: counsel })).data).toEqual({
      ticket: { case: { caseUid: CASE.caseUid } },
    });
    expect((await ask('lawyer.he', query, { answer: [about] })).data).toEqual({ ticket: { case: null } });
  });
  it('about another case is absent within x-case, one about no case is not', async () => {
    const about = (caseNumber: string | null) => ({ ...TICKET, caseNumber });
    const within = async (onlyCase: string, caseNumber: string | null) => {
      const world: World = { envelope: { ...user('proc.12309'), onlyCase } };
      const query = '{ ticket(ticketNo: "PT12309-2025-000002") { ticketNo } myTickets { ticketNo } }';
      return (await ask('proc.12309', query, { answer: [about(caseNumber)], world })).data;
    };
    const [shown, absent] = [
      { ticket: { ticketNo: TICKET.ticketNo }, myTickets: [{ ticketNo: TICKET.ticketNo }] },
      { ticket: null, myTickets: [] },
    ];
    expect(await within(CASE.caseUid, `COURT_CASE_NO ${NUMBER}`)).toEqual(shown);
    expect(await within(CASE.caseUid, null)).toEqual(shown);
    expect(await within('ZF-2025-000002', `COURT_CASE_NO ${NUMBER}`)).toEqual(absent);
    expect(await within(CASE.caseUid, 'COURT_CASE_NO （2025）鲁9999刑初999999号')).toEqual(absent);
  });

  const counselled = () =>
    courtFacts({ assignments: [{ holder: '13799202010999001', function: 'COUNSEL', partyKey: `${NUMBER}#甲` }] });
});

describe('myTickets', () => {
  it.each([
    ['proc.12309', '', '12309'],
    ['court.12368', '', '12368'],
    ['court.12368', '(channel: PROC_12309)', '12309'],
  ])('of %s%s is asked of %s', async (name, args, system) => {
    const { asked } = await ask(name, `{ myTickets${args} { ticketNo } }`);
    expect(asked).toEqual([[system, { ask: 'officeTickets', first: 20, after: null }]]);
  });

  it('goes on behind a ticket', async () => {
    const { data, asked } = await ask(
      'proc.12309',
      '{ myTickets(first: 100, after: "PT12309-2025-000001") { ticketNo } }',
    );
    expect(data).toEqual({ myTickets: [{ ticketNo: TICKET.ticketNo }] });
    expect(asked).toEqual([['12309', { ask: 'officeTickets', first: 100, after: 'PT12309-2025-000001' }]]);
  });

  it.each(['first: 0', 'first: 101', 'after: "x"', 'channel: COUNTER', 'channel: LEGAL_AID_12348'])(
    'refuses %s in a sentence that helps',
    async (args) => {
      const answer = await ask('proc.12309', `{ myTickets(${args}) { ticketNo } }`);
      expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors[0]?.message).toMatch(/100|示例|PROC_12309/);
      expect(answer.asked).toEqual([]);
    },
  );
});

describe('createTicket', () => {
  const create = (args: string) => `mutation { createTicket(${args}) { ticketNo queryCode status } }`;
  const text = 'channel: PROC_12309, kind: ACCUSATION, text: " 控告事由㛃𠮷 "';
  const answer = [{ ticket: TICKET, queryCode: 'QNEW22' }];

  it('shows the query code in its own answer', async () => {
    const { data, asked } = await ask('party.zheng', create(`${text}, idempotencyKey: "k-1"`), { answer });
    expect(data).toEqual({
      createTicket: { ticketNo: TICKET.ticketNo, queryCode: 'QNEW22', status: 'REPLIED_PROCEDURAL' },
    });
    const idempotencyKey = expect.stringMatching(/^[\da-f]{64}$/);
    expect(asked).toEqual([
      [
        '12309',
        { ask: 'createTicket', ticket: { kind: 'ACCUSATION', text: '控告事由㛃𠮷', recordNos: [], idempotencyKey } },
      ],
    ]);
  });

  it('takes one caller’s key for another’s never', async () => {
    const keyOf = async (name: string) => {
      const { asked } = await ask(name, create(`${text}, idempotencyKey: "k-1"`), { answer });
      return asked.map(([, question]) => (question.ask === 'createTicket' ? question.ticket.idempotencyKey : null));
    };
    const [zheng, again, hua] = [await keyOf('party.zheng'), await keyOf('party.zheng'), await keyOf('party.hua')];
    expect(again).toEqual(zheng);
    expect(hua).not.toEqual(zheng);
  });

  it('names the record of a case that the caller may see, by the hotline’s own number', async () => {
    const world = demoWorld(1, 'lawyer.he');
    const args = `${text}, caseUid: "ZF-2025-000001", idempotencyKey: "k-1"`;
    const { asked } = await ask('lawyer.he', create(args), { answer, world });
    expect(asked).toMatchObject([
      ['12309', { ticket: { recordNos: ['虚检刑捕受〔2025〕379999000001号', '虚检刑诉受〔2025〕379999000011号'] } }],
    ]);
  });

  it.each(['ZF-2025-000001', 'ZF-2025-000099'])(
    'about %s, which is not the caller’s to see, is not made',
    async (uid) => {
      const world = demoWorld(1, 'party.hua');
      const args = `${text}, caseUid: "${uid}", idempotencyKey: "k-1"`;
      const refused = await ask('party.hua', create(args), { answer, world });
      expect(refused.errors).toMatchObject([{ message: '没有找到该案件。', extensions: { code: 'NOT_FOUND' } }]);
      expect(refused.asked).toEqual([]);
    },
  );

  it('is on record before it is asked for; where it cannot be, nobody is asked', async () => {
    const world = demoWorld(1, 'lawyer.he');
    const query = create(`${text}, caseUid: "ZF-2025-000001", idempotencyKey: "k-1"`);
    const { log, records, state } = auditInMemory();
    state.isFull = true;
    const unrecorded = await ask('lawyer.he', query, { answer, world, audit: log });
    expect([codes(unrecorded), unrecorded.asked]).toEqual([['AUDIT_UNAVAILABLE'], []]);
    state.isFull = false;
    expect((await ask('lawyer.he', query, { answer, world, audit: log })).asked).toHaveLength(1);
    expect(records.map(({ rule }) => rule)).toEqual(['permit.counsel']);
  });

  it('gives the hotline’s own refusal', async () => {
    const refusal = new GraphError('CONFLICT', { zh: '该幂等键已用于内容不同的请求。', en: 'Used before.' });
    const { errors } = await ask('party.hua', create(`${text}, idempotencyKey: "k-1"`), { answer: refusal });
    expect(errors).toMatchObject([{ message: refusal.message, extensions: { code: 'CONFLICT', en: 'Used before.' } }]);
  });

  it.each([
    'channel: PROC_12309, kind: ACCUSATION, text: "  ", idempotencyKey: "k-1"',
    `channel: PROC_12309, kind: ACCUSATION, text: "${'事'.repeat(2_001)}", idempotencyKey: "k-1"`,
    'channel: PROC_12309, kind: ACCUSATION, text: "控告", idempotencyKey: " "',
    'channel: ONLINE, kind: ACCUSATION, text: "控告", idempotencyKey: "k-1"',
  ])('refuses what is not allowed', async (args) => {
    const refused = await ask('party.hua', create(args), { answer });
    expect(codes(refused)).toEqual(['BAD_USER_INPUT']);
    expect(refused.asked).toEqual([]);
  });
});
