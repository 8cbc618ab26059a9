import { beforeEach, describe, expect, it } from '@jest/globals';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { createGrantsVerifier } from '#auth/grants/verify.ts';
import { decideGrant, revokeGrant } from '#subgraphs/access/grants/decide.ts';
import { answerGrants } from '#subgraphs/access/grants/door.ts';
import { requestGrant } from '#subgraphs/access/grants/request.ts';
import { ACCESS_KEY, contextOf, envelopeOf, minutesLater, withAccess } from '#tests/access/harness.ts';

const opened = withAccess();
const CASE = 'ZF-2025-000001';
const verifier = createGrantsVerifier(ACCESS_KEY.trusted);
const casework = (user = 'proc.li', override: Partial<VerifiedEnvelope> = {}) =>
  envelopeOf(user, { signer: 'casework', onlyCase: CASE, ...override });

/** What casework is told, read as an owner reads it. */
async function told(envelope = casework(), question: object = {}) {
  const { issuer, subject } = envelope.principal;
  const asked = { issuer, subject, caseUid: envelope.onlyCase, ...question };
  const context = contextOf(opened, envelope);
  const { grants } = await answerGrants(asked, context).finally(() => context.writeAudit());
  const expected = { requestId: envelope.requestId, subject, caseUid: envelope.onlyCase ?? '' };
  return grants === null ? null : verifier.verify(grants, expected, opened.now.getTime());
}
const refused = (envelope: VerifiedEnvelope, question?: object) =>
  expect(told(envelope, question)).rejects.toMatchObject({ code: 'FORBIDDEN' });

let grantUid = '';
beforeEach(async () => {
  const grant = await requestGrant(
    contextOf(opened, envelopeOf('proc.li')),
    {
      ...{ kind: 'UNMASK', caseUid: CASE, fields: ['Person.idNumber', 'Person.phone'], sealingAgency: null },
      ...{ legalBasis: null, reason: '核对身份', until: minutesLater(60).toISOString() },
    },
    'k',
  );
  grantUid = grant.grantUid;
});
const approve = () =>
  decideGrant(contextOf(opened, envelopeOf('proc.head')), {
    ...{ grantUid, decision: 'APPROVE', reason: '同意', idempotencyKey: 'k' },
  });

describe('a caller’s grants for the case of the request', () => {
  it('are none before the decision, and in the next request after it what was granted', async () => {
    expect(await told()).toBeNull();
    await approve();
    expect(await told()).toEqual([
      {
        grantUid,
        kind: 'UNMASK',
        caseUid: CASE,
        agency: 'PROC-379999',
        fields: ['Person.idNumber', 'Person.phone'],
        until: minutesLater(60).toISOString(),
      },
    ]);
  });

  it('are gone in the very next request after a revocation', async () => {
    await approve();
    expect(await told()).toHaveLength(1);
    const asked = { grantUid, reason: '不再需要', idempotencyKey: 'k' };
    await revokeGrant(contextOf(opened, envelopeOf('officer.security')), asked);
    expect(await told()).toBeNull();
  });

  it('are gone when their time has come, to the millisecond', async () => {
    await approve();
    opened.now = new Date(minutesLater(60).getTime() - 1);
    expect(await told()).toHaveLength(1);
    opened.now = minutesLater(60);
    expect(await told()).toBeNull();
  });

  it.each<[string, VerifiedEnvelope]>([
    ['another case', casework('proc.li', { onlyCase: 'ZF-2025-000002' })],
    ['a case that there is not', casework('proc.li', { onlyCase: 'ZF-2099-999999' })],
    ['another caller', casework('proc.chen')],
    ['the same subject of another issuer', withPrincipal({ issuer: 'https://other' })],
    ['an account that has become one of the platform’s', withPrincipal({ roles: new Set(['platform.auditor']) })],
    [
      'an account that has become one of the platform’s too',
      withPrincipal({ roles: new Set(['platform.auditor', 'procuratorate.prosecutor']) }),
    ],
  ])('are none for %s', async (_what, envelope) => {
    await approve();
    expect(await told(envelope)).toBeNull();
  });

  it('can still be told of a time that is past', async () => {
    opened.now = minutesLater(10);
    await approve();
    opened.now = minutesLater(20);
    await revokeGrant(contextOf(opened, envelopeOf('officer.security')), {
      grantUid,
      reason: 'x',
      idempotencyKey: 'k',
    });
    const live = async (at: number) =>
      (await opened.store.grantsLiveAt(CASE, minutesLater(at))).map((each) => each.grantUid);
    expect([await live(9), await live(10), await live(19), await live(20)]).toEqual([[], [grantUid], [grantUid], []]);
  });
});

describe('the door is shut', () => {
  it('to whoever is not casework, which is on record', async () => {
    await approve();
    opened.audit.records.length = 0;
    await refused(casework('proc.li', { signer: 'gateway' }));
    await refused(casework('proc.li', { signer: 'access' }));
    expect(opened.audit.records).toMatchObject([{ rule: 'deny.not-casework' }, { rule: 'deny.not-casework' }]);
  });

  it.each<[string, object]>([
    ['another caller than the envelope’s', { subject: 'sub-proc.chen' }],
    ['another issuer', { issuer: 'https://other' }],
    ['another case than the request’s', { caseUid: 'ZF-2025-000002' }],
    ['no case', { caseUid: undefined }],
  ])('to a question about %s', (_what, question) => refused(casework(), question));

  it('to a request without x-case', () => refused(casework('proc.li', { onlyCase: null }), { caseUid: null }));
});

function withPrincipal(override: Partial<VerifiedEnvelope['principal']>): VerifiedEnvelope {
  const envelope = casework();
  return { ...envelope, principal: { ...envelope.principal, ...override } };
}
