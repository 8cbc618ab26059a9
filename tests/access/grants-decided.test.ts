import { describe, expect, it } from '@jest/globals';
import { actsOn, CHECK, GLASS, grantIn, UNMASK } from '#tests/access/acts.ts';
import { ask, envelopeOf, minutesLater, withAccess } from '#tests/access/harness.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withAccess();
const { does, decide, revoke, asked, list, records } = actsOn(opened);

describe('a decision', () => {
  it('of the head of the agency makes it live, with who, when and why', async () => {
    const uid = await asked('proc.li', UNMASK);
    opened.now = minutesLater(5);
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
    opened.now = minutesLater(10);
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
    opened.now = new Date(minutesLater(60).getTime() - 1);
    expect(await list('proc.head')).toEqual([{ grantUid: uid, status: 'LIVE' }]);
    opened.now = minutesLater(60);
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
      await does('request', { input: UNMASK }, at('HANDLE_CASE')),
      await does('decide', { uid, decision: 'APPROVE', reason: 'x' }, at('SUPERVISE_CASE')),
      await does('revoke', { uid, reason: 'x' }, at('AUDIT_SECURITY')),
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
