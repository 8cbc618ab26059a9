import type { GraphQLError } from 'graphql';
import type {
  AssignedLawyer,
  AssignmentRequest,
  BeneficiaryRecord,
  IngestedLegalAidCase,
  LegalAidLawyer,
  LegalAidRecord,
  LegalAidSystem,
} from '#adapters/systems/legal-aid/port.ts';
import type { AuditLog } from '#auth/audit/log.ts';
import { judge, officer } from '#auth/decisions/facts.fixture.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { CitizenId, LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import type { Purpose } from '#schema/purposes.ts';
import { auditInMemory, meansOf } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import { legalAidFactsOf } from '#subgraphs/legal-aid/context.ts';
import { createLegalAidSubgraph } from '#subgraphs/legal-aid/subgraph.ts';

export const INSTITUTION = 'LEGALAID-379999';
export const OTHER_INSTITUTION = 'LEGALAID-439999';
export const caseId = (serial: number) => `LA-2025-${String(serial).padStart(6, '0')}` as LegalAidId;
/** 钱拟癸's, in case 3 (WORLD 4.1). */
export const CASE_3 = caseId(3);

export const LAWYER: LegalAidLawyer = {
  licenceNo: '13799201810999004' as LawyerLicenceNo,
  name: '罗拟助',
  firm: { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' },
  category: { scheme: 'LAWYER-CATEGORY', code: '1', name: '专职律师' },
  firstLicensedYear: 2018,
  active: true,
};

/** What the institution keeps of one case: the record, and the person with the numbers that never leave. */
export type Kept = LegalAidRecord & Pick<BeneficiaryRecord, 'idNumber' | 'phone'>;

/** 钱拟癸's, or what differs. */
export function kept({ beneficiary, ...override }: Partial<Kept> = {}): Kept {
  const legalAidId = override.legalAidId ?? CASE_3;
  return {
    legalAidId,
    agencyCode: INSTITUTION,
    sealed: false,
    labelled: false,
    assignments: [{ staffNo: 'FA0001', function: 'LEGAL_AID_OFFICER' }],
    recusedStaffNos: [],
    counsel: [],
    rawNumber: '（2025）虚法援刑字第3号',
    ground: 'LIFE_OR_DEATH_SENTENCE',
    stage: 'PROSECUTION_REVIEW',
    status: 'RECEIVED',
    notifiedBy: 'PROC-379999',
    notifiedAt: '2025-06-12T10:30:00+08:00',
    assignBy: '2025-06-16',
    linkedNumbers: [],
    lawyer: null,
    idNumber: '379999197909010177' as CitizenId,
    phone: '13900009921',
    ...override,
    beneficiary: {
      role: 'SUSPECT_OR_DEFENDANT',
      legalStatus: 'SUSPECT',
      displayName: '钱拟癸',
      protectedIdentity: false,
      minorAtOffence: false,
      sex: { scheme: 'GB/T 2261.1', code: '1', name: '男性' },
      ...beneficiary,
      partyKey: legalAidId,
    },
  };
}

type Assigned = Pick<AssignedLawyer, 'kind' | 'from' | 'to' | 'letterNumber'>;

export interface InMemory {
  readonly cases: readonly Kept[];
  readonly assigned?: Readonly<Record<string, readonly Assigned[]>>;
  readonly page?: readonly IngestedLegalAidCase[];
  /** What an assignment comes to. @default the case with {@link LAWYER} */
  readonly assign?: (request: AssignmentRequest, before: Kept) => LegalAidRecord;
}

/** The institution's system with these cases; notes its calls. */
export function institution({ cases, assigned = {}, page = [], assign = assignedTo }: InMemory) {
  const calls: string[] = [];
  const requests: AssignmentRequest[] = [];
  const state: { failure: Error | null } = { failure: null };
  function answer<Value>(what: string, keys: readonly string[], value: (each: Kept) => Value) {
    called(`${what} ${keys.length}`);
    const known = cases.filter(({ legalAidId }) => keys.includes(legalAidId));
    return new Map(known.map((each) => [each.legalAidId, value(each)]));
  }
  function called(call: string): void {
    calls.push(call);
    if (state.failure) throw state.failure;
  }
  const system: LegalAidSystem = {
    caseFacts: async (ids) => answer('facts', ids, (each) => each),
    casesById: async (ids) => answer('cases', ids, (each) => each),
    beneficiariesByCase: async (ids) => answer('beneficiaries', ids, personOf),
    assignmentsByCase: async (ids) =>
      answer('assignments', ids, (each) =>
        (assigned[each.legalAidId] ?? []).map((assignment) => ({ ...each, ...assignment, lawyer: LAWYER })),
      ),
    async lawyersByLicence(licenceNos) {
      called(`lawyers ${licenceNos.length}`);
      return new Map(licenceNos.includes(LAWYER.licenceNo) ? [[LAWYER.licenceNo, LAWYER]] : []);
    },
    async inbox({ agencyCode, status, first, after }) {
      called(`inbox ${agencyCode} ${status} ${first} ${after}`);
      return cases
        .filter((each) => each.agencyCode === agencyCode && (status === null || each.status === status))
        .filter(({ legalAidId }) => legalAidId > (after ?? ''))
        .slice(0, first);
    },
    async assign(request) {
      called(`assign ${request.legalAidId}`);
      requests.push(request);
      const before = cases.find(({ legalAidId }) => legalAidId === request.legalAidId);
      if (before === undefined) throw new Error('the case was to be known');
      return { assignmentNo: 1, record: assign(request, before) };
    },
    async page(after, limit) {
      called(`page ${after} ${limit}`);
      return page.filter(({ legalAidId }) => legalAidId > (after ?? '')).slice(0, limit);
    },
    async ping() {},
    async close() {},
  };
  return { system, calls, requests, fails: (failure: Error | null) => Object.assign(state, { failure }) };
}

export type Institution = ReturnType<typeof institution>;

function assignedTo(_request: AssignmentRequest, before: Kept): LegalAidRecord {
  return { ...before, status: 'ASSIGNED', lawyer: LAWYER };
}

function personOf({ beneficiary, idNumber, phone, legalAidId }: Kept): BeneficiaryRecord {
  if (beneficiary === null) throw new Error(`${legalAidId} has no beneficiary`);
  return { ...beneficiary, idNumber, phone };
}

/** What casework would have found of a case with these records, for whoever is its handler at the court, or not. */
export function found(records: readonly Kept[], more: Findings['records'] = []): Findings {
  const own = records.map((each) => ({ ...legalAidFactsOf(each), live: true }));
  return { stage: 'PROSECUTION_REVIEW', records: [...more, ...own], ownPartyKeys: [], failures: [], grants: null };
}

function envelope({ principal, purpose }: { principal: Principal; purpose: Purpose | null }): VerifiedEnvelope {
  return { signer: 'gateway', principal, purpose, onlyCase: null, requestId: 'r-1', operation: null };
}

export const SUN = envelope(officer());
export const JUDGE = envelope(judge());
/** Somebody like the officer of the institution, or the judge. */
export const like = (who: VerifiedEnvelope, override: Partial<Principal>): VerifiedEnvelope => ({
  ...who,
  principal: { ...who.principal, ...override },
});

/** One request of one caller, in however many fetches it comes. What casework found of each case is told at the start. */
export function request(
  { system }: Institution,
  who: VerifiedEnvelope = SUN,
  findings: Readonly<Record<string, Findings>> = {},
  audit: AuditLog = auditInMemory().log,
) {
  const means = meansOf(async (_statement, { caseUid }) => {
    const known = findings[caseUid ?? ''];
    if (known === undefined) throw new Error('no statement is needed');
    return known;
  });
  const subgraph = createLegalAidSubgraph(system, means);
  const scope = new RequestScope(who);
  return {
    /** Data, errors as clients see them, and what is on record. */
    async ask(query: string, variables: Record<string, unknown> = {}) {
      const context = subgraph.createContext(who, scope);
      context.keepAudit((records) => audit.append(records));
      const { data = null, errors = [] } = await respond(subgraph, { query, variables }, context);
      return {
        data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> | null,
        errors: errors.map((error: GraphQLError) => publicError(error) as { message: string; extensions: object }),
        records: context.auditRecords.map(({ subject, decision, rule }) => `${subject} ${decision} ${rule}`),
      };
    },
    /** What casework asks for this caller. */
    askOwner(question: OwnerQuestion) {
      const context = subgraph.createContext({ ...who, signer: 'casework' }, scope);
      return subgraph.answerOwner?.(question, context) as Promise<readonly Record<string, unknown>[]>;
    },
  };
}
