import { describe, expect, it } from '@jest/globals';
import { actsOn, grantIn, UNMASK } from '#tests/access/acts.ts';
import { type Answered, withAccess } from '#tests/access/harness.ts';

const opened = withAccess();
const { request, decide, asked, list, records } = actsOn(opened);

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
