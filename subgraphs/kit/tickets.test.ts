import { describe, expect, it } from '@jest/globals';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { NewTicket, TicketRecord } from '#adapters/systems/records/tickets.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import type { Purpose } from '#schema/purposes.ts';
import type { TicketPort } from '#subgraphs/kit/hotline.ts';
import { auditInMemory, CourtInMemory } from '#subgraphs/kit/kit.fixture.ts';
import { redactedAnswer } from '#subgraphs/kit/redacted-rows.ts';
import { createTicketSource } from '#subgraphs/kit/tickets.ts';

type Kind = 'CONTACT_JUDGE' | 'COMPLAINT';
type Ticket = TicketRecord<Kind, CourtCaseNo>;

const OWN = 'PT12368-2025-000001';
const OTHERS = 'PT12368-2025-000002';
const UNKNOWN = 'PT12368-2025-999999';
const CODE = 'QR4T9W';
const CASE_NO = courtFacts().recordNo as CourtCaseNo;

const unreadable = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368' });
const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });

function ticket(override: Partial<Ticket> = {}): Ticket {
  return {
    ticketNo: OWN,
    agencyCode: 'COURT-379999',
    channel: 'COURT_12368',
    kind: 'CONTACT_JUDGE',
    status: 'REPLIED_PROCEDURAL',
    caseNo: CASE_NO,
    submittedAt: '2025-06-12T10:20:00+08:00',
    nextReplyDueOn: '2025-06-19',
    complainant: { name: '华拟卯', idNumber: null },
    replies: [{ at: '2025-06-13T09:05:00+08:00', kind: 'PROCEDURAL', text: '㛃拟𠮷(2014)，电话13900009942已收悉。' }],
    ...override,
  };
}

/** A hotline with one ticket of the court's own and one of another court's; notes its calls, its brake and what it was told to make. */
function hotline({ failure = {} }: { failure?: { facts?: Error; tickets?: Error } } = {}) {
  const calls: string[] = [];
  const made: NewTicket<Kind, CourtCaseNo>[] = [];
  const kept = [ticket(), ticket({ ticketNo: OTHERS, agencyCode: 'COURT-439999' })];
  const port: TicketPort<Kind, CourtCaseNo> = {
    async ticketFacts(numbers) {
      calls.push(`facts ${numbers}`);
      if (failure.facts) throw failure.facts;
      const known = kept.filter(({ ticketNo }) => numbers.includes(ticketNo));
      return new Map(
        known.map(({ ticketNo, agencyCode }) => [ticketNo, { ticketNo, agencyCode, queryCode: new QueryCode(CODE) }]),
      );
    },
    async ticketsByNumber(numbers) {
      calls.push(`tickets ${numbers}`);
      if (failure.tickets) throw failure.tickets;
      return new Map(kept.filter(({ ticketNo }) => numbers.includes(ticketNo)).map((each) => [each.ticketNo, each]));
    },
    async ticketsByOffice({ agencyCode, first, after }) {
      calls.push(`office ${agencyCode} ${first} ${after}`);
      return kept;
    },
    async createTicket(asked) {
      calls.push('create');
      made.push(asked);
      return { outcome: { ticketNo: OWN, queryCode: 'QNEW22' }, repeated: false };
    },
  };
  const slowed: string[] = [];
  const source = createTicketSource<CourtInMemory, Kind, CourtCaseNo>({
    department: 'COURT',
    staff: 'court.hotline_12368',
    kinds: { CONTACT_JUDGE: '', COMPLAINT: '' },
    caseNumberKind: 'COURT_CASE_NO',
    port: () => port,
    brake: { miss: async (caller) => void slowed.push(caller) },
  });
  return { source, calls, made, slowed };
}

function contextOf(name: string, purpose?: Purpose | null, known: readonly RecordFacts[] = [courtFacts()]) {
  const envelope: VerifiedEnvelope = {
    signer: 'casework',
    ...user(name, purpose),
    onlyCase: null,
    requestId: 'r-1',
    operation: null,
  };
  return new CourtInMemory({ envelope, known });
}

async function ask(name: string, ticketNo: string, queryCode: string | null, of = hotline(), purpose?: Purpose | null) {
  const context = contextOf(name, purpose);
  const tickets = await of.source.byNumber({ ticketNo, queryCode }, context);
  const rules = context.auditRecords.map(({ subject, case: caseUid, rule }) => [subject, caseUid, rule]);
  return { tickets, rules, ...of };
}

describe('one ticket', () => {
  it('is its submitter’s by the query code, without the numbers in its text', async () => {
    const { tickets, rules, slowed } = await ask('party.hua', OWN, ` ${CODE} `);
    expect(redactedAnswer('ticket', tickets)).toEqual([
      {
        ...{ ticketNo: OWN, channel: 'COURT_12368', kind: 'CONTACT_JUDGE', status: 'REPLIED_PROCEDURAL' },
        ...{ submittedAt: '2025-06-12T10:20:00+08:00', nextReplyDueOn: '2025-06-19' },
        replies: [
          { at: '2025-06-13T09:05:00+08:00', kind: 'PROCEDURAL', text: '㛃拟𠮷(2014)，电话***********已收悉。' },
        ],
        caseNumber: `COURT_CASE_NO ${CASE_NO}`,
      },
    ]);
    expect(rules).toEqual([['ServiceTicket', null, 'permit.query-code']]);
    expect(slowed).toEqual([]);
  });

  it('is its own hotline’s without one', async () => {
    const { tickets, rules } = await ask('court.12368', OWN, null);
    expect(tickets).toMatchObject([{ ticketNo: OWN }]);
    expect(rules).toEqual([['ServiceTicket', null, 'permit.hotline']]);
  });

  it.each([
    ['a wrong code', 'party.hua', OWN, 'QR4T9X', 'deny.query-code'],
    ['no code', 'party.hua', OWN, null, 'deny.query-code'],
    ['an empty code', 'lawyer.he', OWN, '', 'deny.query-code'],
    ['a number that there is not', 'party.hua', UNKNOWN, CODE, 'deny.absent'],
    ['another court’s hotline', 'court.12368', OTHERS, null, 'deny.other-agency'],
    ['another court’s hotline with the code', 'court.12368', OTHERS, CODE, 'deny.other-agency'],
    ['a number that there is not, for staff', 'court.12368', UNKNOWN, null, 'deny.other-agency'],
    ['staff of the other hotline with the code', 'proc.12309', OWN, CODE, 'deny.default'],
    ['a judge with the code', 'court.lin', OWN, CODE, 'deny.default'],
  ])('is nobody’s: %s, and costs the same', async (_what, name, number, code, rule) => {
    const { tickets, rules, calls } = await ask(name, number, code);
    expect(tickets).toEqual([]);
    expect(rules).toEqual([['ServiceTicket', null, rule]]);
    expect(calls).toEqual([`facts ${number}`, `tickets ${number}`]);
  });

  it.each(['HANDLE_CASE', null] as const)('is nobody’s for the purpose %s', async (purpose) => {
    for (const [name, code] of [
      ['party.hua', CODE],
      ['court.12368', null],
    ] as const)
      expect((await ask(name, OWN, code, hotline(), purpose)).tickets).toEqual([]);
  });

  it('guesses are slowed down, whatever the number; staff are not, nor is the right code', async () => {
    const of = hotline();
    await ask('party.hua', OWN, 'WRONG1', of);
    await ask('party.hua', UNKNOWN, 'WRONG2', of);
    await ask('court.12368', OTHERS, null, of);
    expect(of.slowed).toEqual(Array(2).fill(JSON.stringify([user('party.hua').principal.issuer, 'sub-of-party.hua'])));
    await ask('party.hua', OWN, CODE, of);
    expect(of.slowed).toHaveLength(2);
  });

  it('that cannot be read does not tell that it is there', async () => {
    const failure = { tickets: unreadable };
    expect((await ask('party.hua', OWN, 'WRONG1', hotline({ failure }))).tickets).toEqual([]);
    await expect(ask('party.hua', OWN, CODE, hotline({ failure }))).rejects.toBe(unreadable);
  });

  it('is an error where the department does not answer', async () => {
    await expect(ask('party.hua', OWN, CODE, hotline({ failure: { facts: down } }))).rejects.toBe(down);
    await expect(ask('party.hua', UNKNOWN, 'WRONG1', hotline({ failure: { tickets: down } }))).rejects.toBe(down);
  });
});

describe('a hotline’s list', () => {
  const page = { first: 20, after: null };
  it('is its staff’s, and of its own tickets', async () => {
    const { source, calls } = hotline();
    const context = contextOf('court.12368');
    expect(await source.byOffice(page, context)).toMatchObject([{ ticketNo: OWN }]);
    expect(calls).toEqual(['office COURT-379999 20 null']);
    expect(context.auditRecords.map(({ rule }) => rule)).toEqual(['permit.hotline', 'deny.other-agency']);
  });

  it.each(['party.hua', 'proc.12309', 'court.lin'])('is not %s’s', async (name) => {
    const { source, calls } = hotline();
    expect(await source.byOffice(page, contextOf(name))).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('a new ticket', () => {
  const asked = { kind: 'COMPLAINT', text: '请回电。', recordNos: [CASE_NO], idempotencyKey: 'key' };

  it('shows its submitter the query code, and goes to the court that has the case', async () => {
    const { source, made } = hotline();
    const facts = [courtFacts({ agencyCode: 'COURT-439999' })];
    const issued = await source.create(asked, contextOf('party.hua', undefined, facts));
    expect(issued).toMatchObject([{ ticket: { ticketNo: OWN }, queryCode: 'QNEW22' }]);
    const { recordNos: _, ...rest } = asked;
    expect(made).toEqual([{ ...rest, caseNo: CASE_NO, agencyCode: 'COURT-439999', complainant: null }]);
  });

  it('of the hotline’s staff goes to the hotline, and shows them no code', async () => {
    const { source, made } = hotline();
    const facts = [courtFacts({ agencyCode: 'COURT-439999' })];
    expect(await source.create(asked, contextOf('court.12368', undefined, facts))).toMatchObject([{ queryCode: null }]);
    expect(made).toMatchObject([{ agencyCode: 'COURT-379999' }]);
  });

  it.each([
    ['no case', [], [courtFacts()]],
    ['a case that is sealed', [CASE_NO], [courtFacts({ sealed: true })]],
    ['a case that the department does not have', [CASE_NO], []],
  ])('about %s goes to the county’s hotline', async (_what, recordNos, facts) => {
    const { source, made } = hotline();
    await source.create({ ...asked, recordNos }, contextOf('lawyer.he', undefined, facts));
    expect(made).toMatchObject([{ agencyCode: 'COURT-379999', caseNo: null }]);
  });

  it.each([
    ['of a service that the hotline does not have', 'party.hua', 'ACCUSATION', undefined, 'BAD_USER_INPUT'],
    ['of a service called constructor', 'party.hua', 'constructor', undefined, 'BAD_USER_INPUT'],
    ['by staff of the other hotline', 'proc.12309', 'COMPLAINT', undefined, 'FORBIDDEN'],
    ['by a judge', 'court.lin', 'COMPLAINT', undefined, 'FORBIDDEN'],
    ['without a purpose', 'party.hua', 'COMPLAINT', null, 'FORBIDDEN'],
  ] as const)('is not made %s', async (_what, name, kind, purpose, code) => {
    const { source, made } = hotline();
    const context = contextOf(name, purpose);
    await expect(source.create({ ...asked, kind }, context)).rejects.toMatchObject({ code });
    expect(made).toEqual([]);
    expect(context.auditRecords).toHaveLength(1);
  });

  it('is on record before it is made; where it cannot be, it is not made', async () => {
    const { source, calls, made } = hotline();
    const context = contextOf('party.hua');
    const log = auditInMemory();
    context.keepAudit((records) => log.log.append(records));
    log.state.isFull = true;
    await expect(source.create(asked, context)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect([calls, made]).toEqual([[], []]);
    log.state.isFull = false;
    await source.create(asked, context);
    expect(log.records.map(({ rule }) => rule)).toEqual(['permit.submitter', 'permit.submitter']);
    expect(made).toHaveLength(1);
  });
});
