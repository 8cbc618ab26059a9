import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NEVER, SEEN } from '#tests/graph/who-sees.ts';
import { type Answer, as, codesOf, expectRefused } from '#tests/harness/ask.ts';
import { announceStack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';
import { type RunningStack, startStack } from '#tests/harness/start-stack.ts';
import { written } from '#tests/harness/written.ts';

/** What is changed here nobody else shall find changed: a demo of its own, without generated cases. */
let own: RunningStack;
beforeAll(async () => {
  own = await startStack({ BULK_CASES: '0' });
  announceStack(own);
}, 120_000);
afterAll(() => own.stop(), 60_000);

type Variables = Readonly<Record<string, unknown>>;
const PURPOSES: ReadonlyMap<string, string> = new Map([...SEEN, ...NEVER].map(([user, purpose]) => [user, purpose]));

async function mutate(user: string, query: string, variables: Variables, purpose?: string | null): Promise<Answer> {
  return as(user, { purpose: purpose === undefined ? (PURPOSES.get(user) ?? null) : purpose }).ask({
    query,
    variables,
  });
}

/** Nothing was done: not one call reached the system. */
async function expectNotCalled(system: '12309' | '12368' | 'legal-aid', work: () => Promise<void>): Promise<void> {
  expect(await standIn(system).callsDuring(work)).toEqual({});
}

const FIELDS = 'ticketNo channel kind status queryCode submittedAt nextReplyDueOn replies { text }';
const CREATE = `mutation Create($channel: TicketChannel!, $kind: TicketKind!, $text: String!, $key: String!, $uid: ID) {
  createTicket(channel: $channel, kind: $kind, text: $text, idempotencyKey: $key, caseUid: $uid) { ${FIELDS} }
}`;
const TICKET = `query Ticket($no: ID!, $code: String) { ticket(ticketNo: $no, queryCode: $code) { ${FIELDS} case { caseUid } } }`;
const HOTLINES = [
  {
    system: '12309',
    channel: 'PROC_12309',
    kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
    staff: 'proc.12309',
    other: 'court.12368',
  },
  { system: '12368', channel: 'COURT_12368', kind: 'CONTACT_JUDGE', staff: 'court.12368', other: 'proc.12309' },
] as const;

interface Ticket {
  readonly ticketNo: string;
  readonly queryCode: string | null;
}
const ticketOf = ({ errors, data }: Answer, name = 'createTicket'): Ticket => {
  expect(errors).toEqual([]);
  return data?.[name] as Ticket;
};

describe.each(HOTLINES)('createTicket on $channel', ({ system, channel, kind, staff, other }) => {
  const asked = (key: string, more: Variables = {}) => ({ channel, kind, key, text: '请求监督并答复。', ...more });
  const create = (user: string, key: string, more: Variables = {}) => mutate(user, CREATE, asked(key, more));
  const read = (user: string, no: string, code: string | null) => mutate(user, TICKET, { no, code });

  it('shows the submitter the code once; by it the ticket is found, and without it not', async () => {
    const made = ticketOf(await create('party.zheng', randomUUID(), { uid: 'ZF-2025-000005' }));
    expect(made).toEqual({
      ...{
        ticketNo: expect.stringMatching(new RegExp(`^PT${system}-2025-\\d{6}$`)),
        channel,
        kind,
        status: 'SUBMITTED',
      },
      queryCode: expect.stringMatching(/^[A-Z2-9]{6}$/),
      submittedAt: expect.stringMatching(/^2025-06-16T/),
      nextReplyDueOn: expect.any(String),
      replies: [],
    });
    const found = (await read('party.zheng', made.ticketNo, made.queryCode)).data?.ticket;
    expect(found).toMatchObject({ ticketNo: made.ticketNo, queryCode: null });
    // The procuratorate has no record of the civil case.
    expect(found).toMatchObject({ case: system === '12368' ? { caseUid: 'ZF-2025-000005' } : null });
    for (const code of ['QAAAAA', null, ''])
      expect((await read('party.zheng', made.ticketNo, code)).data).toEqual({ ticket: null });
  });

  it('the same key of the same user is the same ticket, another user’s another', async () => {
    const key = randomUUID();
    const first = ticketOf(await create('party.zheng', key));
    expect(ticketOf(await create('party.zheng', key)).ticketNo).toBe(first.ticketNo);
    expect(ticketOf(await create('party.hua', key)).ticketNo).not.toBe(first.ticketNo);
    expect(codesOf(await create('party.zheng', key, { text: '另一事项。' }))).toEqual(['CONFLICT']);
  });

  it('staff of the hotline take one down without a code, and read it without one; staff of another do not', async () => {
    const made = ticketOf(await create(staff, randomUUID()));
    expect(made.queryCode).toBeNull();
    expect(
      ticketOf(await mutate(staff, TICKET.replace('case { caseUid }', ''), { no: made.ticketNo }), 'ticket'),
    ).toMatchObject({
      ticketNo: made.ticketNo,
      queryCode: null,
    });
    const elsewhere = await mutate(other, TICKET.replace('case { caseUid }', ''), { no: made.ticketNo });
    expect(elsewhere.data).toEqual({ ticket: null });
    await expectNotCalled(system, async () => {
      expect(codesOf(await create(other, randomUUID()))).toEqual(['FORBIDDEN']);
    });
  });

  it('about a case that is not the own: absent, and nothing is submitted', async () => {
    const calls = await standIn(system).callsDuring(async () => {
      for (const uid of ['ZF-2025-000001', 'ZF-2024-000004', 'ZF-2025-999999'])
        expect(codesOf(await create('party.zheng', randomUUID(), { uid }))).toEqual(['NOT_FOUND']);
    });
    expect(Object.keys(calls).filter((operation) => /^tj/i.test(operation))).toEqual([]);
  });

  it.each([
    'court.lin',
    'police.wang',
    'legalaid.sun',
    'mediator.gao',
    'notary.qian',
    'coordinator.wu',
    'officer.audit',
  ])('%s: FORBIDDEN, and the hotline hears nothing', (user) =>
    expectNotCalled(system, async () => expectRefused(await create(user, randomUUID()), 403, 'FORBIDDEN')),
  );

  it.each([null, 'HANDLE_CASE'])('with the purpose %j: PURPOSE_REQUIRED, and the hotline hears nothing', (purpose) =>
    expectNotCalled(system, async () =>
      expectRefused(await mutate('party.zheng', CREATE, asked(randomUUID()), purpose), 403, 'PURPOSE_REQUIRED'),
    ),
  );
});

const ASSIGN = `mutation Assign($id: ID!, $licence: ID!, $key: String!) {
  assignLegalAid(legalAidId: $id, licenceNo: $licence, idempotencyKey: $key) {
    legalAidId status lawyer { licenceNo name } beneficiary { person { displayName idNumberMasked } } case { caseUid parties { role } }
  }
}`;
const LUO = '13799201810999004';

describe('assignLegalAid', () => {
  const asked = (id: string, key: string = randomUUID(), licence = LUO) => ({ id, key, licence });

  it.each([...SEEN, ...NEVER].flatMap(([user]) => (user === 'legalaid.sun' ? [] : [user])))(
    '%s: FORBIDDEN, and the centre hears nothing',
    (user) =>
      expectNotCalled('legal-aid', async () =>
        expectRefused(await mutate(user, ASSIGN, asked('LA-2025-000003')), 403, 'FORBIDDEN'),
      ),
  );

  it.each([null, 'HANDLE_CASE'])('with the purpose %j: PURPOSE_REQUIRED, and the centre hears nothing', (purpose) =>
    expectNotCalled('legal-aid', async () =>
      expectRefused(await mutate('legalaid.sun', ASSIGN, asked('LA-2025-000003'), purpose), 403, 'PURPOSE_REQUIRED'),
    ),
  );

  it('of a case that there is not: NOT_FOUND; of one that has a lawyer: CONFLICT', async () => {
    expect(codesOf(await mutate('legalaid.sun', ASSIGN, asked('LA-2025-000099')))).toEqual(['NOT_FOUND']);
    expect(codesOf(await mutate('legalaid.sun', ASSIGN, asked('LA-2025-000001')))).toEqual(['CONFLICT']);
  });

  it('the row as it stands then, of the case no more than the view shows; the same key again assigns nothing anew', async () => {
    const key = randomUUID();
    const expected = {
      assignLegalAid: {
        ...{ legalAidId: 'LA-2025-000003', status: 'ASSIGNED', lawyer: { licenceNo: LUO, name: '罗拟助' } },
        beneficiary: { person: { displayName: '钱拟癸', idNumberMasked: '379***********0177' } },
        case: { caseUid: 'ZF-2025-000003', parties: [] },
      },
    };
    for (const _ of ['once', 'again']) {
      const { data, errors } = await mutate('legalaid.sun', ASSIGN, asked('LA-2025-000003', key));
      expect({ data, errors }).toEqual({ data: expected, errors: [] });
    }
    expect(codesOf(await mutate('legalaid.sun', ASSIGN, asked('LA-2025-000003')))).toEqual(['CONFLICT']);
    const inbox = '{ legalAidInbox(status: RECEIVED) { legalAidId } }';
    expect((await mutate('legalaid.sun', inbox, {})).data).toEqual({ legalAidInbox: [] });
  });
});

const REQUEST = `mutation Request($uid: ID!, $slot: DateTime, $key: String!) {
  requestAppointment(caseUid: $uid, kind: FILE_READING, slot: $slot, idempotencyKey: $key) {
    appointmentUid kind slot status place case { caseUid }
  }
}`;

describe('requestAppointment', () => {
  const asked = (uid: string, key: string = randomUUID(), slot: string | null = null) => ({ uid, key, slot });

  it('lawyer.he reads the file of case 1 at the first free time; the same key is the same appointment', async () => {
    const key = randomUUID();
    const [first, again] = [
      await mutate('lawyer.he', REQUEST, asked('ZF-2025-000001', key)),
      await mutate('lawyer.he', REQUEST, asked('ZF-2025-000001', key)),
    ];
    expect(first.errors).toEqual([]);
    expect(first.data).toEqual({
      requestAppointment: {
        ...{ appointmentUid: expect.stringMatching(/^12309:/), kind: 'FILE_READING', status: 'CONFIRMED' },
        ...{ slot: '2025-06-17T09:00:00+08:00', place: '案件管理大厅阅卷一室', case: { caseUid: 'ZF-2025-000001' } },
      },
    });
    expect(again.data).toEqual(first.data);
    const taken = await mutate(
      'lawyer.he',
      REQUEST,
      asked('ZF-2025-000001', randomUUID(), '2025-06-17T09:00:00+08:00'),
    );
    expect(codesOf(taken)).toEqual(['CONFLICT']);
  });

  it.each([
    ['ZF-2025-000002', 'CONFLICT', /刑事诉讼法第四十条/],
    ['ZF-2025-000003', 'NOT_FOUND', /没有找到/],
    ['ZF-2024-000004', 'NOT_FOUND', /没有找到/],
    ['ZF-2025-999999', 'NOT_FOUND', /没有找到/],
  ])('lawyer.he, %s: %s, and no appointment is made', async (uid, code, message) => {
    const calls = await standIn('12309').callsDuring(async () => {
      const { data, errors } = await mutate('lawyer.he', REQUEST, asked(uid));
      expect(data ?? null).toEqual({ requestAppointment: null });
      expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
    });
    expect(calls).not.toHaveProperty('tjYjYy');
  });

  it.each([...SEEN, ...NEVER].flatMap(([user]) => (user === 'lawyer.he' ? [] : [user])))(
    '%s: FORBIDDEN, and the procuratorate hears nothing',
    (user) =>
      expectNotCalled('12309', async () =>
        expectRefused(await mutate(user, REQUEST, asked('ZF-2025-000001')), 403, 'FORBIDDEN'),
      ),
  );

  it.each([null, 'HANDLE_CASE'])(
    'with the purpose %j: PURPOSE_REQUIRED, and the procuratorate hears nothing',
    (purpose) =>
      expectNotCalled('12309', async () =>
        expectRefused(await mutate('lawyer.he', REQUEST, asked('ZF-2025-000001'), purpose), 403, 'PURPOSE_REQUIRED'),
      ),
  );
});

it('no text of a ticket, query code, key or name stands in a log', async () => {
  const text = '电话13900009941，身份证379999198304250287。';
  const key = randomUUID();
  const answers = await Promise.all(
    HOTLINES.map(({ channel, kind }) => mutate('party.zheng', CREATE, { channel, kind, text, key })),
  );
  const codes = answers.map((answer) => ticketOf(answer).queryCode ?? '');
  expect(codes.every((code) => code.length === 6)).toBe(true);
  const logs = written().map(({ text: all }) => all);
  expect(logs.join('').length).toBeGreaterThan(0);
  for (const secret of [...codes, key, text, '13900009941', '379999198304250287', '郑拟寅', '罗拟助', '钱拟癸'])
    for (const log of logs) expect(log.includes(secret)).toBe(false);
});
