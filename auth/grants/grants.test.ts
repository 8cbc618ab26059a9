import { describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { createStatementMaker } from '#auth/decisions/statement.ts';
import { signingPair } from '#auth/envelope/keys.fixture.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { createGrantsMaker, GRANTS_SECONDS, type GrantsStatement } from '#auth/grants/sign.ts';
import { createGrantsVerifier } from '#auth/grants/verify.ts';

const NOW = Date.parse('2026-01-05T09:00:00+08:00');
const access = await signingPair('envelope-access');
const casework = await signingPair('envelope-casework');
const trusted = { keys: [...casework.trusted.keys, ...access.trusted.keys] };

const grant: LiveGrant = {
  grantUid: 'G-1',
  kind: 'UNMASK',
  caseUid: 'ZF-2025-000001',
  agency: 'PROC-379999',
  fields: ['Person.idNumber'],
  until: '2026-01-05T10:00:00+08:00',
};
const statement: GrantsStatement = { requestId: 'r-1', subject: 'sub', caseUid: grant.caseUid, grants: [grant] };
const expected = { requestId: 'r-1', subject: 'sub', caseUid: grant.caseUid };
const sign = async (override: Partial<GrantsStatement> = {}, key: JWK = access.secret) =>
  (await createGrantsMaker(key)).sign({ ...statement, ...override }, NOW);
const verify = (token: string | null, of: Partial<typeof expected> = {}, now = NOW, keys = trusted) =>
  createGrantsVerifier(keys).verify(token, { ...expected, ...of }, now);

it('the grants of a caller for a case, within the request that asked', async () => {
  expect(await verify(await sign())).toEqual([grant]);
});

describe('no grant at all', () => {
  it.each<[string, Partial<typeof expected>]>([
    ['another request', { requestId: 'r-2' }],
    ['another caller', { subject: 'other' }],
    ['another case', { caseUid: 'ZF-2025-000002' }],
  ])('for %s', async (_what, of) => {
    expect(await verify(await sign(), of)).toEqual([]);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['no token', async () => null],
    ['nothing in it', async () => ''],
    ['what is no token', async () => 'a.b.c'],
    ['a foreign key under access’s id', async () => sign({}, (await signingPair('envelope-access')).secret)],
    ['casework’s key', () => sign({}, casework.secret)],
    ['casework’s key under access’s id', () => sign({}, { ...casework.secret, kid: 'envelope-access' })],
    [
      'a statement about the case, though access signed it',
      async () => {
        const findings = { stage: null, records: [], ownPartyKeys: [], failures: [] };
        const about = { requestId: 'r-1', subject: 'sub', caseUid: grant.caseUid, findings };
        return (await createStatementMaker(access.secret)).sign(about as never);
      },
    ],
    ['a grant for another case, put among these', () => sign({ grants: [{ ...grant, caseUid: 'ZF-2025-000002' }] })],
    ['a list that is none', () => sign({ grants: 'all' as never })],
  ])('as %s', async (_what, token) => {
    expect(await verify(await token())).toEqual([]);
  });

  it('where access is not trusted', async () => {
    expect(await verify(await sign(), {}, NOW, casework.trusted)).toEqual([]);
  });

  it('once the token is old, whatever the clocks’ difference', async () => {
    const token = await sign();
    expect(await verify(token, {}, NOW + GRANTS_SECONDS * 1000)).toEqual([grant]);
    expect(await verify(token, {}, NOW + (GRANTS_SECONDS + 6) * 1000)).toEqual([]);
  });
});

it('a grant that ended since is left out, to the millisecond', async () => {
  const ends = (until: string) => ({ ...grant, grantUid: until, until });
  const grants = [ends('2026-01-05T01:00:00Z'), ends('2026-01-05T01:00:00.001Z')];
  expect(await verify(await sign({ grants }))).toEqual([grants[1]]);
});
