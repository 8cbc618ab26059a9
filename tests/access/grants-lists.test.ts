import { beforeEach, describe, expect, it } from '@jest/globals';
import { actsOn, CHECK, GLASS, UNMASK } from '#tests/access/acts.ts';
import { ask, envelopeOf, minutesLater, NOW, withAccess } from '#tests/access/harness.ts';

const opened = withAccess();
const { decide, asked, list } = actsOn(opened);

describe('lists', () => {
  let all: string[] = [];
  beforeEach(async () => {
    all = [];
    for (const [index, [user, input]] of Object.entries([
      ['proc.li', UNMASK],
      ['police.wang', CHECK],
      ['proc.chen', GLASS],
      ['proc.li', { ...UNMASK, until: minutesLater(1).toISOString() }],
    ] as const)) {
      opened.now = new Date(NOW.getTime() + Number(index) * 1000);
      all.unshift(await asked(user, input));
    }
    await decide('proc.head', all[3] ?? '', 'APPROVE');
    opened.now = minutesLater(1);
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
    const none = 'G-00000000-0000-4000-8000-000000000000';
    expect(await shown('officer.security', `(after: "${none}")`)).toEqual([]);
    for (const after of ['', 'G-0', 'ZF-2025-000001'])
      expect(await shown('officer.security', `(after: "${after}")`)).toEqual(['BAD_USER_INPUT']);
    expect(await shown('officer.security', '(first: 101)')).toEqual(['BAD_USER_INPUT']);
  });

  it('of one’s own applications are one’s own, whatever the office', async () => {
    const { data } = await ask(opened, envelopeOf('officer.security'), '{ myGrants { grantUid } }');
    expect(data).toEqual({ myGrants: [] });
    const own = await ask(opened, envelopeOf('proc.li'), '{ myGrants(status: LIVE) { grantUid } }');
    expect(own.data).toEqual({ myGrants: [{ grantUid: all[3] }] });
  });
});
