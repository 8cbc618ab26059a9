import type { GraphQLError } from 'graphql';
import {
  type CertificateAsStated,
  type CertificateFacts,
  type CertificateKey,
  certificateKey,
  type NotarySystem,
  UNKNOWN_CERTIFICATE,
} from '#adapters/systems/notary/port.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { NotarialCertificateNo, UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';
import type { Purpose } from '#schema/purposes.ts';
import { meansOf } from '#subgraphs/kit/kit.fixture.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import { createNotarySubgraph } from '#subgraphs/notary/subgraph.ts';

export const OFFICE = '32379999FAKE6NTY35' as UnifiedSocialCreditCode;
export const OTHER_OFFICE = '32439999FAKE7NTY9M' as UnifiedSocialCreditCode;
export const NUMBER = '（2025）鲁虚构证民字第000001号' as NotarialCertificateNo;
export const DIGEST = `sm3:${'ab'.repeat(32)}`;
export const CHECKED_AT = '2025-06-16T09:00:00+08:00';

export function facts(override: Partial<CertificateFacts> = {}): CertificateFacts {
  const officeUscc = override.officeUscc ?? OFFICE;
  return {
    officeUscc,
    number: NUMBER,
    agencyCode: `NOTARY-${officeUscc}`,
    sealed: false,
    labelled: false,
    assignments: [{ staffNo: 'GZ0001', function: 'NOTARY' }],
    recusedStaffNos: [],
    ...override,
  };
}

const VALID: CertificateAsStated = {
  ...UNKNOWN_CERTIFICATE,
  state: 'VALID',
  issuedOn: '2025-03-18',
  enforceable: true,
};

export interface Kept {
  readonly facts: CertificateFacts;
  /** What verification says, or how it fails. @default valid */
  readonly stated?: CertificateAsStated | Error;
}

/** The platform with these certificates; notes its calls. */
export function platform(...kept: readonly Kept[]) {
  const calls: string[] = [];
  const keyOf = ({ facts: { officeUscc, number } }: Kept) => certificateKey(officeUscc, number);
  const state: { failure: Error | null } = { failure: null };
  const called = (what: string) => {
    calls.push(what);
    if (state.failure) throw state.failure;
  };
  const system: NotarySystem = {
    async verify(officeUscc, number, digest) {
      const key = certificateKey(officeUscc, number);
      called(`verify ${key} ${digest}`);
      const { stated = VALID } = kept.find((each) => keyOf(each) === key) ?? { stated: UNKNOWN_CERTIFICATE };
      if (stated instanceof Error) throw stated;
      return {
        officeUscc,
        number,
        checkedAt: CHECKED_AT,
        ...stated,
        ...(digest && { digestMatches: digest === DIGEST }),
      };
    },
    async certificateFacts(keys) {
      called(`facts ${keys.join()}`);
      return new Map(kept.filter((each) => keys.includes(keyOf(each))).map((each) => [keyOf(each), each.facts]));
    },
    async page(office, after, limit) {
      called(`page ${office} ${after} ${limit}`);
      return kept
        .filter(({ facts: { officeUscc } }) => officeUscc === office)
        .map((each, index) => ({ recordKey: `${index + 1}`, linkedNumbers: [], ...each.facts }))
        .filter(({ recordKey }) => recordKey > (after ?? ''))
        .slice(0, limit);
    },
    async ping() {},
    async close() {},
  };
  return { system, calls, fails: (failure: Error | null) => Object.assign(state, { failure }) };
}

export const MEANS = meansOf(() => Promise.reject(new Error('no statement is needed')));

export const key = (office = OFFICE, number = NUMBER): CertificateKey => certificateKey(office, number);

/** Somebody of one role, at the agency and with the staff number that matter to notaries alone. */
export function asker(
  role: string | readonly string[],
  purpose: Purpose | null,
  override: Partial<Principal> = {},
): VerifiedEnvelope {
  const principal: Principal = {
    issuer: 'https://issuer',
    username: 'somebody',
    subject: 'sub',
    roles: new Set([role].flat()),
    agency: `NOTARY-${OFFICE}`,
    staffNo: 'GZ0001',
    licenceNo: null,
    ...override,
  };
  return { signer: 'gateway', principal, purpose, onlyCase: null, requestId: 'r-1', operation: null };
}

export const JUDGE = asker('court.judge', 'HANDLE_CASE');
export const NOTARY = asker('notary.notary', 'SERVE_PARTY');

/** One question to the subgraph over that platform: data, errors as clients see them, and what is on record. */
export async function ask(
  { system }: ReturnType<typeof platform>,
  query: string,
  { envelope = JUDGE, variables = {} }: { envelope?: VerifiedEnvelope; variables?: Record<string, unknown> } = {},
) {
  const subgraph = createNotarySubgraph(system, MEANS);
  const context = subgraph.createContext(envelope, new RequestScope(envelope));
  const { data = null, errors = [] } = await respond(subgraph, { query, variables }, context);
  return {
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> | null,
    errors: errors.map((error: GraphQLError) => publicError(error) as { message: string; extensions: object }),
    records: context.auditRecords.map(({ subject, case: caseUid, decision, rule }: AuditRecord) => ({
      subject,
      case: caseUid,
      decision,
      rule,
    })),
  };
}
