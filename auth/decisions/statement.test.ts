import { describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import { courtFacts, judge } from '#auth/decisions/facts.fixture.ts';
import {
  type CaseStatement,
  createStatementMaker,
  createStatementVerifier,
  NOTHING_FOUND,
} from '#auth/decisions/statement.ts';
import { signingPair } from '#auth/envelope/keys.fixture.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';

const casework = await signingPair('envelope-casework');
const gateway = await signingPair('envelope-gateway');
const trusted = { keys: [...gateway.trusted.keys, ...casework.trusted.keys] };
const statement: CaseStatement = {
  requestId: 'r-1',
  subject: 'sub',
  caseUid: 'ZF-2025-000001',
  findings: {
    stage: 'FIRST_INSTANCE',
    records: [courtFacts()],
    ownPartyKeys: ['（2025）鲁9999刑初999901号#1'],
    failures: [{ code: 'DEPARTMENT_TIMEOUT', department: 'JUSTICE', system: 'legal-aid' }],
    grants: 'signed by access',
  },
};
const expected = { requestId: 'r-1', subject: 'sub', caseUid: 'ZF-2025-000001' };
const sign = async (key = casework.secret) => (await createStatementMaker(key)).sign(statement);
const verify = (
  text: string,
  of: Partial<typeof expected> & Omit<typeof expected, 'caseUid'> = expected,
  keys = trusted,
) => createStatementVerifier(keys).verify(text, of);

describe('a statement', () => {
  it('tells what casework found, and of which case', async () => {
    const stated = { ...statement.findings, caseUid: statement.caseUid };
    expect(await verify(await sign())).toEqual(stated);
    expect(await verify(await sign(), { requestId: 'r-1', subject: 'sub' })).toEqual(stated);
  });

  it.each([
    ['another request', { requestId: 'r-2' }],
    ['another caller', { subject: 'other' }],
    ['another case', { caseUid: 'ZF-2025-000002' }],
  ])('opens nothing for %s', async (_what, other) => {
    expect(await verify(await sign(), { ...expected, ...other })).toEqual(NOTHING_FOUND);
  });

  it.each<[string, () => Promise<string>]>([
    ['no statement', async () => ''],
    ['no token', async () => 'a.b.c'],
    ['a foreign key under casework’s id', async () => sign((await signingPair('envelope-casework')).secret)],
    ['the gateway’s key', () => sign(gateway.secret)],
    ['the gateway’s key under casework’s id', () => sign({ ...gateway.secret, kid: 'envelope-casework' })],
    [
      'an envelope of casework’s',
      async () => {
        const { principal } = judge({ subject: 'sub' });
        const content = { principal, purpose: null, onlyCase: 'ZF-2025-000001', requestId: 'r-1', operation: null };
        return (await createEnvelopeMaker('casework', casework.secret)).sign(content, 'court', '');
      },
    ],
    [
      'an old one',
      async () =>
        new SignJWT({ rid: 'r-1', case: 'ZF-2025-000001', findings: statement.findings })
          .setProtectedHeader({ alg: 'EdDSA', typ: 'case-statement+jwt', kid: 'envelope-casework' })
          .setIssuer('casework')
          .setSubject('sub')
          .setExpirationTime('-1m')
          .sign(await importJWK(casework.secret, 'EdDSA')),
    ],
  ])('opens nothing as %s', async (_what, text) => {
    expect(await verify(await text())).toEqual(NOTHING_FOUND);
  });

  it('opens nothing where casework is not trusted', async () => {
    expect(await verify(await sign(), expected, gateway.trusted)).toEqual(NOTHING_FOUND);
  });
});
