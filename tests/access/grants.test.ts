import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Answered, ask, envelopeOf, NOW, USERS, withAccess } from '#tests/access/harness.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withAccess();
let keys = 0;
beforeEach(() => {
  keys = 0;
});

const FIELDS = `grantUid kind status caseUid fields agency { agencyCode } applicant applicantAgency { agencyCode }
  reason legalBasis requestedAt until history { act at by reason }`;
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const iso = (time: Date) => time.toISOString();
const UNMASK = {
  kind: 'UNMASK',
  caseUid: 'ZF-2025-000001',
  fields: ['Person.idNumber'],
  reason: '核对身份',
  until: iso(minutes(60)),
};
const CHECK = {
  kind: 'RECORD_CHECK',
  caseUid: 'ZF-2024-000004',
  sealingAgency: 'COURT-379999',
  reason: '核查有无前科',
  legalBasis: '刑事诉讼法第286条',
  until: iso(minutes(60)),
};
const GLASS = { kind: 'BREAK_GLASS', caseUid: 'ZF-2025-000002', reason: '嫌疑人脱逃，承办人失联' };

const MUTATIONS = {
  request: `mutation($input: GrantApplication!, $key: String!) { act: requestGrant(input: $input, idempotencyKey: $key) { ${FIELDS} } }`,
  decide: `mutation($uid: ID!, $decision: GrantDecision!, $reason: String!, $key: String!) {
    act: decideGrant(grantUid: $uid, decision: $decision, reason: $reason, idempotencyKey: $key) { ${FIELDS} } }`,
  revoke: `mutation($uid: ID!, $reason: String!, $key: String!) {
    act: revokeGrant(grantUid: $uid, reason: $reason, idempotencyKey: $key) { ${FIELDS} } }`,
};
const does = (name: keyof typeof MUTATIONS, user: string, variables: object, envelope = envelopeOf(user)) =>
  ask(opened, envelope, MUTATIONS[name], { key: `k-${++keys}`, ...variables });
const request = (user: string, input: object, key?: string) =>
  does('request', user, { input, ...(key !== undefined && { key }) });
const decide = (user: string, uid: string, decision: string, reason = '同意', key?: string) =>
  does('decide', user, { uid, decision, reason, ...(key !== undefined && { key }) });
const revoke = (user: string, uid: string, reason = '不再需要') => does('revoke', user, { uid, reason });
const grantIn = ({ data }: Answered) => data?.act as Record<string, unknown> & { grantUid: string; status: string };
const asked = async (user: string, input: object) => grantIn(await request(user, input)).grantUid;
const list = async (user: string, args = '') => {
  const { data, codes } = await ask(opened, envelopeOf(user), `{ grants${args} { grantUid status } }`);
  return codes.length > 0 ? codes : (data?.grants as { grantUid: string; status: string }[]);
};
const records = () =>
  opened.audit.records.map(({ event, actor, decision, rule, grant, case: named }) => ({
    event,
    actor,
    decision,
    rule,
    grant,
    named,
  }));

describe('an application', () => {
  it('is kept as it was made, and says nothing of the case', async () => {
    const grant = grantIn(await request('proc.li', UNMASK));
    expect(grant).toEqual({
      grantUid: expect.stringMatching(/^G-[\da-f-]{36}$/),
      kind: 'UNMASK',
      status: 'REQUESTED',
      caseUid: 'ZF-2025-000001',
      fields: ['Person.idNumber'],
      agency: { agencyCode: 'PROC-379999' },
      applicant: 'proc.li',
      applicantAgency: { agencyCode: 'PROC-379999' },
      reason: '核对身份',
      legalBasis: null,
      requestedAt: '2026-01-05T09:00:00+08:00',
      until: '2026-01-05T10:00:00+08:00',
      history: [{ act: 'REQUESTED', at: '2026-01-05T09:00:00+08:00', by: 'proc.li', reason: '核对身份' }],
    });
  });

  it.each(['ZF-2025-000001', 'ZF-2024-000004', 'ZF-2025-000011', 'ZF-2099-999999'])(
    'for %s is taken like any other',
    async (caseUid) => {
      const like = await request('proc.li', { ...UNMASK, caseUid: 'ZF-2025-000006' });
      const { grantUid: _, ...grant } = grantIn(await request('proc.li', { ...UNMASK, caseUid }));
      expect(grant).toEqual({ ...grantIn(like), grantUid: undefined, caseUid });
    },
  );

  it('has the numbers blacked out of its free text before it is stored', async () => {
    const reason = '身份证379999198506120130，电话１３９００００９９０１';
    const uid = await asked('police.wang', { ...CHECK, reason, legalBasis: '依据 379999198506120130' });
    await decide('court.head', uid, 'REFUSE', '请另查 13900009901');
    const stored = await sql(
      opened.url,
      'SELECT reason, legal_basis FROM access.grants UNION ALL SELECT reason, NULL FROM access.grant_history',
    );
    expect(stored).toHaveLength(3);
    expect(JSON.stringify(stored)).not.toMatch(/19850612|3900009901|３９００００９９０１/);
    expect(JSON.stringify(await list('court.head'))).not.toMatch(/19850612/);
  });

  it.each<[string, object]>([
    ['caseUid', { caseUid: '379999198506120130' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: '长'.repeat(501) }],
    ['legalBasis', { legalBasis: '' }],
    ['until', { until: iso(minutes(60 * 24 * 31)) }],
    ['fields', { fields: ['Person.displayName'] }],
    ['idempotencyKey', {}],
  ])('with a wrong %s is refused in a sentence that names it, and quotes nothing', async (argument, wrong) => {
    const { codes, messages } = await request(
      'proc.li',
      { ...UNMASK, ...wrong },
      argument === 'idempotencyKey' ? ' ' : 'k',
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(messages[0]).toContain(argument);
    expect(messages[0]).not.toContain('1985');
    expect(await list('officer.security')).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['police.fa', UNMASK, 'FORBIDDEN'],
    ['police.fa', CHECK, 'FORBIDDEN'],
    ['court.clerk', CHECK, 'FORBIDDEN'],
    ['lawyer.he', UNMASK, 'FORBIDDEN'],
    ['proc.head', UNMASK, 'FORBIDDEN'],
    ['officer.security', GLASS, 'FORBIDDEN'],
    ['officer.audit', CHECK, 'FORBIDDEN'],
    ['officer.system', UNMASK, 'FORBIDDEN'],
  ])('of %s for %j is not taken, and is on record', async (user, input, code) => {
    expect((await request(user, input)).codes).toEqual([code]);
    expect(records()).toEqual([
      expect.objectContaining({ decision: 'deny', rule: 'deny.default', actor: USERS[user]?.subject }),
    ]);
    expect(await list('officer.security')).toEqual([]);
  });

  it('states a purpose', async () => {
    const { codes } = await does(
      'request',
      'proc.li',
      { input: UNMASK },
      envelopeOf('proc.li', { purpose: 'RECORD_CHECK' }),
    );
    expect(codes).toEqual(['PURPOSE_REQUIRED']);
  });
});

describe('separation of duties', () => {
  const both = (...roles: string[]) => {
    const envelope = envelopeOf('proc.li');
    return { ...envelope, principal: { ...envelope.principal, roles: new Set(roles) } };
  };

  it.each([
    ['platform.security_officer', 'procuratorate.prosecutor'],
    ['platform.security_officer', 'platform.auditor'],
    ['platform.security_officer', 'procuratorate.head'],
  ])('an account with %s and %s applies for nothing, decides nothing, sees nothing', async (...roles) => {
    const uid = await asked('proc.li', UNMASK);
    const envelope = both(...roles);
    const at = (purpose: 'HANDLE_CASE' | 'AUDIT_SECURITY' | 'SUPERVISE_CASE') => ({ ...envelope, purpose });
    const answers = [
      await does('request', 'x', { input: UNMASK }, at('HANDLE_CASE')),
      await does('decide', 'x', { uid, decision: 'APPROVE', reason: 'x' }, at('SUPERVISE_CASE')),
      await does('revoke', 'x', { uid, reason: 'x' }, at('AUDIT_SECURITY')),
      await ask(opened, at('AUDIT_SECURITY'), '{ grants { grantUid } }'),
      await ask(opened, at('AUDIT_SECURITY'), '{ rightsOf(user: "proc.li") { username } }'),
    ];
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ['FORBIDDEN']));
    expect(
      new Set(
        records()
          .slice(1)
          .map(({ rule }) => rule),
      ),
    ).toEqual(new Set(['deny.separation']));
  });
});

describe('a decision', () => {
  it('of the head of the agency makes it live, with who, when and why', async () => {
    const uid = await asked('proc.li', UNMASK);
    opened.now = minutes(5);
    const grant = grantIn(await decide('proc.head', uid, 'APPROVE', '确有必要'));
    expect(grant.status).toBe('LIVE');
    expect(grant.history).toEqual([
      expect.objectContaining({ act: 'REQUESTED' }),
      { act: 'APPROVED', at: '2026-01-05T09:05:00+08:00', by: 'proc.head', reason: '确有必要' },
    ]);
  });

  it('of the sealing organ, whoever’s the applicant is', async () => {
    const uid = await asked('police.wang', CHECK);
    expect((await decide('police.head', uid, 'APPROVE')).codes).toEqual(['NOT_FOUND']);
    expect(grantIn(await decide('court.head', uid, 'APPROVE')).status).toBe('LIVE');
  });

  it('takes two different officers where the glass is broken, and fifteen minutes from the second', async () => {
    const uid = await asked('proc.li', GLASS);
    expect(grantIn(await decide('officer.security', uid, 'APPROVE')).status).toBe('REQUESTED');
    const again = await decide('officer.security', uid, 'APPROVE');
    expect([again.codes, again.messages]).toEqual([['CONFLICT'], [expect.stringContaining('另一名')]]);
    opened.now = minutes(10);
    expect(grantIn(await decide('officer.security2', uid, 'APPROVE'))).toMatchObject({
      status: 'LIVE',
      until: '2026-01-05T09:25:00+08:00',
    });
    expect(records().map(({ rule }) => rule)).toEqual([
      'permit.grant-requested',
      'permit.grant-approved',
      'deny.same-approver',
      'permit.break-glass',
    ]);
  });

  it.each<[string, object, string, string]>([
    ['proc.li.head', UNMASK, 'FORBIDDEN', 'deny.own-grant'],
    ['officer.security', UNMASK, 'FORBIDDEN', 'deny.not-decider'],
    ['proc.head', GLASS, 'FORBIDDEN', 'deny.not-decider'],
    ['court.head', UNMASK, 'NOT_FOUND', 'deny.absent'],
    ['police.head.here', UNMASK, 'NOT_FOUND', 'deny.absent'],
  ])('of %s on %j is refused, and is on record', async (user, input, code, rule) => {
    const uid = await asked('proc.li', input);
    expect((await decide(user, uid, 'APPROVE')).codes).toEqual([code]);
    expect(records().at(-1)).toMatchObject({ event: 'grant', decision: 'deny', rule, grant: uid });
    expect(await list('officer.security')).toEqual([{ grantUid: uid, status: 'REQUESTED' }]);
  });

  it('on a grant of which there is none is told alike', async () => {
    const uid = await asked('proc.li', UNMASK);
    const [foreign, none] = [await decide('court.head', uid, 'APPROVE'), await decide('court.head', 'G-0', 'APPROVE')];
    expect(foreign).toEqual(none);
    expect(none).toEqual({ data: { act: null }, codes: ['NOT_FOUND'], messages: ['没有找到该授权。'] });
  });

  it('is one, of however many at the same time', async () => {
    const uid = await asked('proc.li', UNMASK);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => decide('proc.head', uid, index % 2 === 0 ? 'APPROVE' : 'REFUSE')),
    );
    expect(answers.map(({ codes }) => codes[0] ?? 'done').toSorted()).toEqual([...Array(7).fill('CONFLICT'), 'done']);
    const [{ count } = {}] = await sql(opened.url, 'SELECT count(*)::int AS count FROM access.grant_history');
    expect(count).toBe(2);
  });
});

describe('the end of a grant', () => {
  it('comes by itself, to the second', async () => {
    const uid = await asked('proc.li', UNMASK);
    await decide('proc.head', uid, 'APPROVE');
    opened.now = new Date(minutes(60).getTime() - 1);
    expect(await list('proc.head')).toEqual([{ grantUid: uid, status: 'LIVE' }]);
    opened.now = minutes(60);
    expect(await list('proc.head')).toEqual([{ grantUid: uid, status: 'EXPIRED' }]);
    expect((await revoke('officer.security', uid)).codes).toEqual(['CONFLICT']);
  });

  it('comes with a revocation, which stays in the history', async () => {
    const uid = await asked('proc.li', UNMASK);
    await decide('proc.head', uid, 'APPROVE');
    expect((await revoke('proc.head', uid)).codes).toEqual(['FORBIDDEN']);
    const grant = grantIn(await revoke('officer.security', uid, '已结案'));
    expect(grant.status).toBe('REVOKED');
    expect(grant.history).toEqual([
      expect.objectContaining({ act: 'REQUESTED' }),
      expect.objectContaining({ act: 'APPROVED' }),
      expect.objectContaining({ act: 'REVOKED', by: 'officer.security', reason: '已结案' }),
    ]);
  });

  it('deletes nothing: the store refuses to', async () => {
    const uid = await asked('proc.li', UNMASK);
    for (const statement of [
      'DELETE FROM access.grants',
      'TRUNCATE access.grants CASCADE',
      'DELETE FROM access.grant_history',
      'TRUNCATE access.grant_history',
      "UPDATE access.grant_history SET reason = ''",
    ])
      await expect(sql(opened.url, statement)).rejects.toMatchObject({ code: '42501' });
    expect(await list('officer.security')).toEqual([{ grantUid: uid, status: 'REQUESTED' }]);
  });
});

describe('the same key', () => {
  it('and request again gives the grant as it stands, and is done once', async () => {
    const first = grantIn(await request('proc.li', UNMASK, 'key'));
    await decide('proc.head', first.grantUid, 'APPROVE', '同意', 'key');
    const again = await decide('proc.head', first.grantUid, 'APPROVE', '同意', 'key');
    expect(grantIn(again)).toMatchObject({ grantUid: first.grantUid, status: 'LIVE', history: { length: 2 } });
    expect(grantIn(await request('proc.li', UNMASK, 'key'))).toEqual(grantIn(again));
    expect(records().map(({ rule }) => rule)).toEqual(['permit.grant-requested', 'permit.grant-approved']);
  });

  it('at the same time makes one grant', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => request('proc.li', UNMASK, 'key')));
    expect(new Set(answers.map((answer) => grantIn(answer).grantUid)).size).toBe(1);
    expect(await list('officer.security')).toHaveLength(1);
  });

  it.each<[string, (uid: string) => Promise<Answered>]>([
    ['another case', () => request('proc.li', { ...UNMASK, caseUid: 'ZF-2025-000006' }, 'key')],
    ['another reason', () => request('proc.li', { ...UNMASK, reason: '另一理由' }, 'key')],
  ])('for %s is a conflict', async (_what, again) => {
    const uid = grantIn(await request('proc.li', UNMASK, 'key')).grantUid;
    const { codes, messages } = await again(uid);
    expect([codes, messages]).toEqual([['CONFLICT'], [expect.stringContaining('幂等键')]]);
    expect(await list('officer.security')).toHaveLength(1);
  });

  it('of another caller is another', async () => {
    const [one, other] = [await request('proc.li', UNMASK, 'key'), await request('proc.chen', UNMASK, 'key')];
    expect(grantIn(one).grantUid).not.toBe(grantIn(other).grantUid);
  });
});

describe('the log', () => {
  it('has every act before it is done, the case by its audit id alone', async () => {
    const uid = await asked('proc.li', UNMASK);
    await decide('proc.head', uid, 'REFUSE', '理由不足');
    expect(records()).toEqual(
      [
        { actor: 'sub-proc.li', rule: 'permit.grant-requested' },
        { actor: 'sub-proc.head', rule: 'permit.grant-refused' },
      ].map((each) => ({
        ...each,
        event: 'grant',
        decision: 'permit',
        grant: uid,
        named: expect.stringMatching(/^A-[\w-]{43}$/),
      })),
    );
    expect(JSON.stringify(opened.audit.records)).not.toMatch(/ZF-2025|理由|核对/);
  });

  it('that cannot be written lets nothing be done', async () => {
    const uid = await asked('proc.li', UNMASK);
    opened.audit.state.isFull = true;
    expect((await request('proc.chen', UNMASK)).codes).toEqual(['AUDIT_UNAVAILABLE']);
    expect((await decide('proc.head', uid, 'APPROVE')).codes).toEqual(['AUDIT_UNAVAILABLE']);
    opened.audit.state.isFull = false;
    expect(await list('officer.security')).toEqual([{ grantUid: uid, status: 'REQUESTED' }]);
  });
});

describe('lists', () => {
  let all: string[] = [];
  beforeEach(async () => {
    all = [];
    for (const [index, [user, input]] of Object.entries([
      ['proc.li', UNMASK],
      ['police.wang', CHECK],
      ['proc.chen', GLASS],
      ['proc.li', { ...UNMASK, until: iso(minutes(1)) }],
    ] as const)) {
      opened.now = new Date(NOW.getTime() + Number(index) * 1000);
      all.unshift(await asked(user, input));
    }
    await decide('proc.head', all[3] ?? '', 'APPROVE');
    opened.now = minutes(1);
  });
  const shown = async (user: string, args = '') =>
    (await list(user, args)).map((each) => (typeof each === 'string' ? each : all.indexOf(each.grantUid)));

  it.each<[string, (number | string)[]]>([
    ['officer.security', [0, 1, 2, 3]],
    ['proc.head', [0, 1, 3]],
    ['court.head', [2]],
    ['police.head', []],
    ['police.wang', [2]],
    ['proc.li', [0, 3]],
    ['proc.chen', [1]],
    ['officer.audit', ['FORBIDDEN']],
    ['officer.system', ['FORBIDDEN']],
    ['lawyer.he', ['FORBIDDEN']],
  ])('of %s: %j, the newest first', async (user, expected) => {
    expect(await shown(user)).toEqual(expected);
  });

  it.each<[string, number[]]>([
    ['REQUESTED', [1, 2]],
    ['LIVE', [3]],
    ['EXPIRED', [0]],
    ['REVOKED', []],
    ['REFUSED', []],
  ])('by status %s: %j', async (status, expected) => {
    expect(await shown('officer.security', `(status: ${status})`)).toEqual(expected);
  });

  it('come in pages', async () => {
    expect(await shown('officer.security', '(first: 3)')).toEqual([0, 1, 2]);
    expect(await shown('officer.security', `(first: 3, after: "${all[2]}")`)).toEqual([3]);
    expect(await shown('officer.security', '(after: "G-0")')).toEqual([]);
    expect(await shown('officer.security', '(first: 101)')).toEqual(['BAD_USER_INPUT']);
  });

  it('of one’s own applications are one’s own, whatever the office', async () => {
    const { data } = await ask(opened, envelopeOf('officer.security'), '{ myGrants { grantUid } }');
    expect(data).toEqual({ myGrants: [] });
    const own = await ask(opened, envelopeOf('proc.li'), '{ myGrants(status: LIVE) { grantUid } }');
    expect(own.data).toEqual({ myGrants: [{ grantUid: all[3] }] });
  });
});
