import { describe, expect, it } from '@jest/globals';
import type { CourtSystem, CourtTicketRecord, NewCourtTicket } from '#adapters/systems/court-12368/port.ts';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { type Asker, askOwner, court } from '#subgraphs/court/court.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';

const TICKET_NO = 'PT12368-2025-000001';
const CASE_5 = '（2025）鲁9999民初999905号';
const TICKET: CourtTicketRecord = {
  ...{ ticketNo: TICKET_NO, agencyCode: 'COURT-379999', channel: 'COURT_12368', kind: 'CONTACT_JUDGE' },
  ...{ status: 'IN_PROGRESS', caseNo: CASE_5 as CourtCaseNo, submittedAt: '2025-06-12T10:20:00+08:00' },
  ...{ nextReplyDueOn: '2025-06-19', complainant: { name: '华拟卯', idNumber: null } },
  replies: [{ at: '2025-06-13T09:05:00+08:00', kind: 'PROCEDURAL', text: '来电收悉，已转承办法官。' }],
};

/** 12368 with the ticket of WORLD 4.1; notes what is made. */
function desk() {
  const made: NewCourtTicket[] = [];
  const system: CourtSystem = {
    ...court().system,
    ticketFacts: async (numbers) =>
      new Map(numbers.includes(TICKET_NO) ? [[TICKET_NO, { ...TICKET, queryCode: new QueryCode('QR4T9W') }]] : []),
    ticketsByNumber: async (numbers) => new Map(numbers.includes(TICKET_NO) ? [[TICKET_NO, TICKET]] : []),
    ticketsByOffice: async ({ agencyCode }) => (agencyCode === TICKET.agencyCode ? [TICKET] : []),
    async createTicket(ticket) {
      made.push(ticket);
      return { outcome: { ticketNo: TICKET_NO, queryCode: 'QR4T9W' }, repeated: false };
    },
  };
  return { system, made };
}

const shown = {
  ...{ ticketNo: TICKET_NO, channel: 'COURT_12368', kind: 'CONTACT_JUDGE', status: 'IN_PROGRESS' },
  ...{ submittedAt: TICKET.submittedAt, nextReplyDueOn: '2025-06-19', caseNumber: `COURT_CASE_NO ${CASE_5}` },
  replies: [{ at: '2025-06-13T09:05:00+08:00', kind: 'PROCEDURAL', text: '来电收悉，已转承办法官。' }],
};

describe('a ticket of 12368', () => {
  it.each<[string, string, string | null, boolean]>([
    ['who submitted it', 'party.hua', 'QR4T9W', true],
    ['another code', 'party.hua', 'QK7M2X', false],
    ['no code', 'party.zheng', null, false],
    ['the court’s own hotline', 'court.12368', null, true],
    ['the other hotline, even with the code', 'proc.12309', 'QR4T9W', false],
    ['the judge of the case', 'court.lin', 'QR4T9W', false],
  ])('%s', async (_what, name, queryCode, isShown) => {
    const question = { ask: 'ticket', ticketNo: TICKET_NO, queryCode } as const;
    expect(await askOwner(desk(), { name }, question)).toEqual(isShown ? [shown] : []);
  });

  it.each([
    ['court.12368', [shown]],
    ['proc.12309', []],
    ['party.hua', []],
  ])('the office’s tickets to %s', async (name, expected) => {
    const question = { ask: 'officeTickets', first: 20, after: null } as const;
    expect(await askOwner(desk(), { name }, question)).toEqual(expected);
  });
});

describe('a new ticket', () => {
  const question = (recordNos: readonly string[], kind = 'CONTACT_JUDGE') =>
    ({
      ask: 'createTicket',
      ticket: { kind, text: '请承办法官回电。', recordNos, idempotencyKey: 'a'.repeat(64) },
    }) as unknown as OwnerQuestion;
  const asked = async (asker: Asker, asking: OwnerQuestion) => {
    const { system, made } = desk();
    const answer = await askOwner({ system }, asker, asking);
    return { answer, made };
  };

  it('goes to the court that has the case, and shows its query code to who submits it', async () => {
    const { answer, made } = await asked({ name: 'party.hua' }, question([CASE_5]));
    expect(answer).toEqual([{ ticket: shown, queryCode: 'QR4T9W' }]);
    expect(made).toEqual([
      expect.objectContaining({ agencyCode: 'COURT-379999', caseNo: CASE_5, kind: 'CONTACT_JUDGE' }),
    ]);
  });

  it('that staff take down shows none', async () => {
    const { answer, made } = await asked({ name: 'court.12368' }, question([]));
    expect(answer).toEqual([{ ticket: shown, queryCode: null }]);
    expect(made).toEqual([expect.objectContaining({ agencyCode: 'COURT-379999', caseNo: null })]);
  });

  it('of a kind that 12368 does not take is refused', async () => {
    await expect(asked({ name: 'party.hua' }, question([], 'FILE_READING'))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
