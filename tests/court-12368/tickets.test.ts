import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { call, start } from '#tests/court-12368/harness.ts';
import { CASE_5, number, TICKET } from '#tests/court-12368/numbers.ts';

const NEW = {
  kind: 'CASE_QUERY',
  agencyCode: 'COURT-379999',
  caseNo: CASE_5,
  text: '<b>㛃拟𠮷</b> & "问"\n]]> 第二行',
  complainant: { name: '㛃拟𠮷', idNumber: null },
  idempotencyKey: 'key-1',
} as const;

describe('tickets', () => {
  it('of 华拟卯, field by field', async () => {
    const { court } = await start();
    expect((await court.ticketsByNumber([TICKET], call)).get(TICKET)).toEqual({
      ticketNo: TICKET,
      agencyCode: 'COURT-379999',
      channel: 'COURT_12368',
      kind: 'CONTACT_JUDGE',
      status: 'REPLIED_PROCEDURAL',
      caseNo: CASE_5,
      submittedAt: '2025-06-12T10:20:00+08:00',
      nextReplyDueOn: '2025-06-19',
      complainant: { name: '华拟卯', idNumber: '449999197601300117' },
      replies: [
        { at: '2025-06-13T09:05:00+08:00', kind: 'PROCEDURAL', text: '来电收悉，已转承办法官，五个工作日内答复。' },
      ],
    });
  });

  it('open to whoever has the code, which nothing shows', async () => {
    const { court } = await start();
    const facts = (await court.ticketFacts([TICKET], call)).get(TICKET);
    expect(facts?.queryCode.matches('QR4T9W')).toBe(true);
    for (const code of ['QR4T9V', 'qr4t9w', 'QK7M2X', '']) expect(facts?.queryCode.matches(code)).toBe(false);
    expect(inspect(facts, { depth: null, showHidden: true })).not.toContain('QR4T9W');
  });

  it('are made once for a key, and are there then', async () => {
    const { court } = await start();
    const made = await court.createTicket(NEW, call);
    const ticketNo = 'PT12368-2025-000002';
    expect(made).toEqual({
      outcome: { ticketNo, queryCode: expect.stringMatching(/^[A-Z2-9]{6}$/) },
      repeated: false,
    });
    expect(await court.createTicket(NEW, call)).toEqual({ ...made, repeated: true });
    const facts = (await court.ticketFacts([ticketNo], call)).get(ticketNo);
    expect(facts?.queryCode.matches(made.outcome.queryCode)).toBe(true);
    expect((await court.ticketsByNumber([ticketNo], call)).get(ticketNo)).toEqual({
      ticketNo,
      agencyCode: 'COURT-379999',
      channel: 'COURT_12368',
      kind: 'CASE_QUERY',
      status: 'SUBMITTED',
      caseNo: CASE_5,
      submittedAt: '2025-06-16T09:00:00+08:00',
      nextReplyDueOn: '2025-06-23',
      complainant: NEW.complainant,
      replies: [],
    });
    const next = await court.createTicket({ ...NEW, idempotencyKey: 'key-2' }, call);
    expect(next.outcome.ticketNo).toBe('PT12368-2025-000003');
    expect(next.outcome.queryCode).not.toBe(made.outcome.queryCode);
  });

  it('may be made about no case and without a name', async () => {
    const { court } = await start();
    const { outcome } = await court.createTicket({ ...NEW, caseNo: null, complainant: null }, call);
    const made = (await court.ticketsByNumber([outcome.ticketNo], call)).get(outcome.ticketNo);
    expect([made?.caseNo, made?.complainant]).toEqual([null, null]);
  });

  it.each([
    ['text', { text: '别的内容' }],
    ['kind', { kind: 'COMPLAINT' }],
    ['case', { caseNo: null }],
    ['name', { complainant: null }],
  ] as const)('are refused for a key that was used with another %s', async (_what, changes) => {
    const { court } = await start();
    await court.createTicket(NEW, call);
    await expect(court.createTicket({ ...NEW, ...changes }, call)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await court.ticketsByOffice({ agencyCode: NEW.agencyCode, first: 500, after: null }, call)).toHaveLength(2);
  });

  it('whose answer was lost are there when the call is repeated', async () => {
    const { court, simulator } = await start();
    await simulator.setFault({ mode: 'garbage', kind: 'cut-off' });
    await expect(court.createTicket(NEW, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    await simulator.setFault({ mode: 'none' });
    const again = await court.createTicket(NEW, call);
    expect(again).toMatchObject({ outcome: { ticketNo: 'PT12368-2025-000002' }, repeated: true });
  });

  it('are refused for a case that is not known', async () => {
    const { court } = await start();
    const caseNo = number('（2025）鲁9999刑初999999号');
    await expect(court.createTicket({ ...NEW, caseNo }, call)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('with a character that XML cannot carry are the caller’s fault', async () => {
    const { court, simulator } = await start();
    await expect(court.createTicket({ ...NEW, text: 'a\u0000b' }, call)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(simulator.calls()).toEqual({});
  });
});

describe('the tickets of a hotline', () => {
  const page = { agencyCode: 'COURT-379999', first: 2, after: null };

  it('come page by page, by number, one call each', async () => {
    const { court, simulator } = await start();
    for (const idempotencyKey of ['key-1', 'key-2']) await court.createTicket({ ...NEW, idempotencyKey }, call);
    simulator.resetCalls();
    const first = await court.ticketsByOffice(page, call);
    expect(first.map(({ ticketNo }) => ticketNo)).toEqual([TICKET, 'PT12368-2025-000002']);
    const rest = await court.ticketsByOffice({ ...page, after: 'PT12368-2025-000002' }, call);
    expect(rest.map(({ ticketNo }) => ticketNo)).toEqual(['PT12368-2025-000003']);
    expect(simulator.calls()).toEqual({ cxGdFy: 2 });
  });

  it('are each court’s own, and no other agency has any', async () => {
    const { court, simulator } = await start();
    expect(await court.ticketsByOffice({ ...page, agencyCode: 'COURT-439999' }, call)).toEqual([]);
    expect(await court.ticketsByOffice({ ...page, agencyCode: 'PROC-379999' }, call)).toEqual([]);
    expect(simulator.calls()).toEqual({ cxGdFy: 1 });
  });

  it.each([0, 501])('are not %s a page', async (first) => {
    const { court } = await start();
    await expect(court.ticketsByOffice({ ...page, first }, call)).rejects.toThrow(RangeError);
  });
});
