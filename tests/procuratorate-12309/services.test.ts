import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import { TICKETS } from '#demo/systems/procuratorate-12309/services.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import { ARREST_2, LAWYER_HE, REVIEW_1, REVIEW_3, UNKNOWN } from '#tests/procuratorate-12309/numbers.ts';

const FIRST = 'PT12309-2025-000001';
const SECOND = 'PT12309-2025-000002';

describe('tickets', () => {
  it('of 郑拟寅, field by field', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.ticketsByNumber([FIRST], call)).get(FIRST)).toEqual({
      ticketNo: FIRST,
      agencyCode: 'PROC-379999',
      channel: 'PROC_12309',
      kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
      status: 'ACCEPTED',
      caseNo: null,
      submittedAt: '2025-06-16T08:15:00+08:00',
      nextReplyDueOn: '2025-06-23',
      complainant: { name: '郑拟寅', idNumber: '379999198304250287' },
      replies: [
        {
          at: '2025-06-16T08:30:00+08:00',
          kind: 'PROCEDURAL',
          text: '来件收悉，已转控告申诉检察部门审查，将于七日内告知处理情况。',
        },
      ],
    });
  });

  it('of 㛃拟𠮷, character for character', async () => {
    const { procuratorate } = await start();
    const ticket = (await procuratorate.ticketsByNumber([SECOND], call)).get(SECOND);
    expect([...(ticket?.complainant?.name ?? '')].map((character) => character.codePointAt(0)?.toString(16))).toEqual([
      '36c3',
      '62df',
      '20bb7',
    ]);
    expect(ticket).toEqual({
      ticketNo: SECOND,
      agencyCode: 'PROC-379999',
      channel: 'PROC_12309',
      kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
      status: 'REPLIED_PROCEDURAL',
      caseNo: null,
      submittedAt: '2025-05-20T14:30:00+08:00',
      nextReplyDueOn: null,
      complainant: { name: '㛃拟𠮷', idNumber: '379998650808014' },
      replies: [
        {
          at: '2025-05-26T09:30:00+08:00',
          kind: 'PROCEDURAL',
          text: '㛃拟𠮷：您对(2014)虚民初字第123号判决的申诉材料收悉。',
        },
        {
          at: '2025-06-04T10:10:00+08:00',
          kind: 'PROGRESS',
          text: '㛃拟𠮷：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。',
        },
      ],
    });
  });

  it('open to whoever has the code, which nothing shows', async () => {
    const { procuratorate } = await start();
    const facts = await procuratorate.ticketFacts([FIRST, SECOND], call);
    const opened = (ticketNo: string, code: string) => facts.get(ticketNo)?.queryCode.matches(code);
    expect(facts.get(FIRST)).toEqual({
      ticketNo: FIRST,
      agencyCode: 'PROC-379999',
      queryCode: expect.any(QueryCode),
    });
    expect([opened(FIRST, 'QK7M2X'), opened(SECOND, 'QN3H8V')]).toEqual([true, true]);
    for (const code of ['QN3H8V', 'QK7M2Y', 'qk7m2x', '']) expect(opened(FIRST, code)).toBe(false);
    expect(inspect(facts, { depth: null, showHidden: true })).not.toMatch(/QK7M2X|QN3H8V/);
  });

  it('in one call a kind, and unknown ones are absent', async () => {
    const { procuratorate, simulator } = await start();
    const keys = [FIRST, 'PT12309-2025-999999', SECOND];
    expect([...(await procuratorate.ticketFacts(keys, call)).keys()]).toEqual([FIRST, SECOND]);
    expect([...(await procuratorate.ticketsByNumber(keys, call)).keys()]).toEqual([FIRST, SECOND]);
    expect(simulator.calls()).toEqual({ cxGdQx: 1, cxGdXx: 1 });
  });

  const ticket = {
    kind: 'LEGAL_CONSULTATION',
    agencyCode: 'PROC-379999',
    caseNo: REVIEW_1,
    text: '<b>㛃拟𠮷</b> & "问"\n]]> 第二行',
    complainant: { name: '㛃拟𠮷', idNumber: null },
    idempotencyKey: 'key-1',
  } as const;

  it('are made once for a key, and are there then', async () => {
    const { procuratorate } = await start();
    const made = await procuratorate.createTicket(ticket, call);
    expect(made).toEqual({
      outcome: {
        ticketNo: 'PT12309-2025-000003',
        queryCode: expect.stringMatching(/^[A-Z2-9]{6}$/),
      },
      repeated: false,
    });
    expect(await procuratorate.createTicket(ticket, call)).toEqual({ ...made, repeated: true });
    const { ticketNo, queryCode } = made.outcome;
    const facts = (await procuratorate.ticketFacts([ticketNo], call)).get(ticketNo);
    expect(facts?.queryCode.matches(queryCode)).toBe(true);
    expect((await procuratorate.ticketsByNumber([ticketNo], call)).get(ticketNo)).toEqual({
      ticketNo,
      agencyCode: 'PROC-379999',
      channel: 'PROC_12309',
      kind: 'LEGAL_CONSULTATION',
      status: 'SUBMITTED',
      caseNo: REVIEW_1,
      submittedAt: '2025-06-16T09:00:00+08:00',
      nextReplyDueOn: '2025-06-23',
      complainant: ticket.complainant,
      replies: [],
    });
    const next = await procuratorate.createTicket({ ...ticket, idempotencyKey: 'key-2' }, call);
    expect(next.outcome.ticketNo).toBe('PT12309-2025-000004');
    expect(next.outcome.queryCode).not.toBe(made.outcome.queryCode);
  });

  it('may be made without a name', async () => {
    const { procuratorate } = await start();
    const { outcome } = await procuratorate.createTicket({ ...ticket, caseNo: null, complainant: null }, call);
    const made = (await procuratorate.ticketsByNumber([outcome.ticketNo], call)).get(outcome.ticketNo);
    expect([made?.complainant, made?.caseNo]).toEqual([null, null]);
  });

  it('are refused for a key that was used for something else, and for a case that is not known', async () => {
    const { procuratorate } = await start();
    await procuratorate.createTicket(ticket, call);
    const other = procuratorate.createTicket({ ...ticket, text: '另一件事' }, call);
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT' });
    const astray = procuratorate.createTicket({ ...ticket, caseNo: UNKNOWN, idempotencyKey: 'key-2' }, call);
    await expect(astray).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not sent with a character that the charset lacks', async () => {
    const { procuratorate, simulator } = await start();
    await expect(procuratorate.createTicket({ ...ticket, text: '私用字 \ue5e5' }, call)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('U+E5E5'),
    });
    expect([simulator.calls(), simulator.openConnections()]).toEqual([{}, 0]);
  });
});

describe('the tickets of a hotline', () => {
  const [first] = TICKETS;
  const numbers = Array.from({ length: 7 }, (_, index) => `PT12309-2025-00010${index}`);
  const tickets = first ? [...numbers].reverse().map((GDH) => ({ ...first, GDH })) : [];
  const elsewhere = first ? [{ ...first, GDH: 'PT12309-2025-000103x', DWDM: '439999' }] : [];

  it.each([1, 3, 7, 500])('are all of its own, by number, %s at a time', async (size) => {
    const { procuratorate, simulator } = await start({ rows: { tickets: [...tickets, ...elsewhere] } });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await procuratorate.ticketsByOffice({ agencyCode: 'PROC-379999', first: size, after }, call);
      seen.push(...page.map(({ ticketNo }) => ticketNo));
      if (page.length < size) break;
      after = seen.at(-1) ?? null;
    }
    expect(seen).toEqual(numbers);
    expect(simulator.calls()).toEqual({ cxGdFy: Math.floor(numbers.length / size) + 1 });
  });

  it('are the same as by number', async () => {
    const { procuratorate } = await start();
    const page = await procuratorate.ticketsByOffice({ agencyCode: 'PROC-379999', first: 50, after: null }, call);
    expect(page).toEqual([...(await procuratorate.ticketsByNumber([FIRST, SECOND], call)).values()]);
    expect(await procuratorate.ticketsByOffice({ agencyCode: 'PROC-439999', first: 50, after: null }, call)).toEqual(
      [],
    );
  });

  it('are none, without a call, of an agency that is no procuratorate; and not asked for by other sizes', async () => {
    const { procuratorate, simulator } = await start();
    expect(await procuratorate.ticketsByOffice({ agencyCode: 'COURT-379999', first: 5, after: null }, call)).toEqual(
      [],
    );
    for (const first of [0, 501, 1.5, Number.NaN]) {
      const asked = procuratorate.ticketsByOffice({ agencyCode: 'PROC-379999', first, after: null }, call);
      await expect(asked).rejects.toThrow(RangeError);
    }
    expect(simulator.calls()).toEqual({});
  });
});

describe('file reading', () => {
  const request = { acceptanceNo: REVIEW_1, licenceNo: LAWYER_HE, startsAt: null, idempotencyKey: 'read-1' };

  it('is open from prosecution review on, first at a time to come', async () => {
    const { procuratorate } = await start();
    expect(await procuratorate.earliestSlotsByCase([REVIEW_1, ARREST_2], call)).toEqual(
      new Map([
        [
          REVIEW_1,
          {
            acceptanceNo: REVIEW_1,
            open: true,
            startsAt: '2025-06-17T09:00:00+08:00',
            latestBy: '2025-06-19',
            place: '案件管理大厅阅卷一室',
          },
        ],
        [ARREST_2, { acceptanceNo: ARREST_2, open: false, startsAt: null, latestBy: null, place: null }],
      ]),
    );
  });

  it('is arranged once for a key, and the next time is later', async () => {
    const { procuratorate } = await start();
    expect(await procuratorate.appointmentsByCase([REVIEW_1], call)).toEqual(new Map([[REVIEW_1, []]]));
    const made = await procuratorate.requestFileReading(request, call);
    expect(made).toEqual({
      outcome: {
        appointmentKey: 'YJ379999202506160001',
        acceptanceNo: REVIEW_1,
        licenceNo: LAWYER_HE,
        status: 'CONFIRMED',
        startsAt: '2025-06-17T09:00:00+08:00',
        latestBy: '2025-06-19',
        place: '案件管理大厅阅卷一室',
      },
      repeated: false,
    });
    expect(await procuratorate.requestFileReading(request, call)).toEqual({ ...made, repeated: true });
    expect(await procuratorate.appointmentsByCase([REVIEW_1], call)).toEqual(new Map([[REVIEW_1, [made.outcome]]]));
    const slots = await procuratorate.earliestSlotsByCase([REVIEW_3], call);
    expect(slots.get(REVIEW_3)?.startsAt).toBe('2025-06-17T14:30:00+08:00');
  });

  it('is arranged for the time that is asked for', async () => {
    const { procuratorate } = await start();
    const startsAt = '2025-06-18T09:00:00+08:00';
    const { outcome } = await procuratorate.requestFileReading({ ...request, startsAt }, call);
    expect(outcome.startsAt).toBe(startsAt);
  });

  it.each([
    [
      'a key that was used for something else',
      { licenceNo: LAWYER_HE, startsAt: '2025-06-18T09:00:00+08:00' },
      'CONFLICT',
    ],
    ['a time that is not free', { idempotencyKey: 'read-2', startsAt: '2025-06-17T09:00:00+08:00' }, 'CONFLICT'],
    ['a case still in arrest review', { idempotencyKey: 'read-2', acceptanceNo: ARREST_2 }, 'CONFLICT'],
    ['a case that is not known', { idempotencyKey: 'read-2', acceptanceNo: UNKNOWN }, 'NOT_FOUND'],
  ])('is refused for %s', async (_what, changes, code) => {
    const { procuratorate } = await start();
    await procuratorate.requestFileReading(request, call);
    await expect(procuratorate.requestFileReading({ ...request, ...changes }, call)).rejects.toMatchObject({ code });
  });
});
