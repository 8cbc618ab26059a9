import { type Decision, decideCase } from '#auth/decisions/decide.ts';
import { factsAbout, type KnownFacts } from '#auth/decisions/facts.ts';
import { departmentsThatDecide, holdersOf } from '#auth/decisions/rules.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import type { CaseView } from '#auth/decisions/views.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { DepartmentError, type DepartmentFailure } from '#schema/errors/graph-error.ts';
import { accountFacts } from '#subgraphs/casework/account-facts.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { findLinks, linkAnyway, linkByFacts, searchAnyway } from '#subgraphs/casework/find-links.ts';
import { type AskedNumber, type GatheredFacts, gatherFacts } from '#subgraphs/casework/gather-facts.ts';
import type { AskedGrants } from '#subgraphs/casework/grants/grants-client.ts';
import { ownPartyKeys } from '#subgraphs/casework/own-parties.ts';
import { numbersAt, OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

/** A case that this caller may see, with what the decision rested on. */
export interface FoundCase {
  readonly row: RegisteredCase;
  readonly view: CaseView;
  /** Narrowed to the caller: what may travel to the owners. */
  readonly findings: Findings;
}

/** Which department allots each kind of number. Our own caseUid is allotted by the platform, which has no system to ask. */
export const ISSUERS = {
  COURT_CASE_NO: 'COURT',
  ACCEPTANCE_NO: 'PROCURATORATE',
  POLICE_CASE_NO: 'POLICE',
  CASE_UID: null,
} as const;

/**
 * Finds a case by one of its numbers and decides whether the caller may see it; null if not, or if there is none.
 * Known or not, a number costs the same: one registry look-up, one facts call to the department that allots the kind and one to the
 * departments that tie the caller to cases. While one of them does not answer, remembered facts may open the case; anything else is that
 * department's error, for any number. Only where a caller may see a record are the departments asked for links that the registry lacks.
 */
export async function findCase(
  context: CaseworkContext,
  kind: CaseNumberKind,
  number: string,
): Promise<FoundCase | null> {
  const asked = { kind, number };
  const row = await context.casesByNumber(kind).load(number);
  const gathered = await gather(context, row, asked);
  const linked = row ? null : await linkByFacts(context, asked, gathered);
  // What a link leads to has records of its own, which may close it.
  const found =
    (await decideFound(context, linked ?? row, linked ? await gather(context, linked, asked) : gathered)) ??
    (await findBySearch(context, linked ?? row, asked));
  if (found === null) return null;
  const { caseUid } = found.row;
  const whole = await context.scope.once(`links ${caseUid}`, () => findLinks(context, found.row));
  if (whole.sealed && !isRecordCheck(found)) {
    context.recordCase('Case', whole, { allowed: false, rule: 'deny.sealed' });
    return null;
  }
  // What other fetches of this request refer to, they need not find again.
  return context.scope.once(`found ${caseUid}`, async () => ({ ...found, row: whole }));
}

/**
 * The case by a record that the registry does not know yet: of the caller's own department, or that the number itself names. Departments
 * that find records so are asked for every case that is denied and every number that does not exist alike.
 */
async function findBySearch(
  context: CaseworkContext,
  row: RegisteredCase | null,
  asked: AskedNumber,
): Promise<FoundCase | null> {
  const { agency } = context.envelope.principal;
  const own = agency === null ? null : departmentOfAgency(agency);
  const owners = OWNERS.filter(({ department }) => department === own);
  const [searched, named] = await Promise.all([searchAnyway(context, owners, row), linkAnyway(context, asked, row)]);
  const linked = searched ?? named;
  return linked && decideFound(context, linked, await gather(context, linked, asked));
}

/** The case behind a reference of another subgraph: as this request found it already, or found anew. */
export function findReferenced(context: CaseworkContext, row: RegisteredCase): Promise<FoundCase | null> {
  return context.scope.once(`found ${row.caseUid}`, async () =>
    decideFound(context, row, await gather(context, row, { kind: 'CASE_UID', number: row.caseUid }), true),
  );
}

/** A sealed case that a grant opens for one look by its own numbers: it is in no list, not even its holder's. */
function isRecordCheck({ view }: FoundCase): boolean {
  return view === 'RECORD_CHECK';
}

/** The case of `x-case`, to which a list is limited; null where it is not one that lists show. */
export async function findListed(context: CaseworkContext, onlyCase: string): Promise<FoundCase | null> {
  const found = await findCase(context, 'CASE_UID', onlyCase);
  return found === null || isRecordCheck(found) ? null : found;
}

/** What a decision rests on: the owners' facts, the account's, and the caller's live grants. */
interface Evidence extends GatheredFacts, AskedGrants {}

async function gather(context: CaseworkContext, row: RegisteredCase | null, asked: AskedNumber): Promise<Evidence> {
  const [gathered, account, granted] = await Promise.all([
    gatherFacts(context, ownersToAsk(context, asked.kind), row, asked),
    accountFacts(context, row),
    context.grants(),
  ]);
  return { ...gathered, ...granted, records: [...gathered.records, ...account] };
}

/** `isCandidate`: the caller was led to the case, and may know that a record of it cannot be read; whoever asks by a number may not. */
async function decideFound(
  context: CaseworkContext,
  row: RegisteredCase | null,
  gathered: Evidence,
  isCandidate = false,
): Promise<FoundCase | null> {
  const { envelope } = context;
  const decision = decide(context, row, gathered);
  const remembered = decision.allowed && gathered.records.some(({ live }) => !live);
  const isSealed = row?.sealed || gathered.records.some(({ sealed }) => sealed);
  context.recordCase('Case', row, decision, { ...(remembered && { remembered }) }, isSealed);
  if (decision.allowed && row) {
    const holders = holdersOf(envelope.principal);
    const records = gathered.records.map((facts) => factsAbout(holders, facts));
    return {
      row,
      view: decision.view,
      findings: {
        stage: row.currentStage,
        records,
        failures: gathered.failures,
        grants: gathered.token,
        ownPartyKeys: await ownPartyKeys(context, row, records, decision.view),
      },
    };
  }
  const [failure] = isCandidate ? gathered.failures : gathered.ofSystems;
  if (failure) throw new DepartmentError(failure.code, failure);
  return null;
}

function decide(
  { envelope }: CaseworkContext,
  row: RegisteredCase | null,
  { records, failures, grants }: Evidence,
): Decision {
  if (row === null) return { allowed: false, rule: 'deny.absent' };
  if (envelope.onlyCase !== null && envelope.onlyCase !== row.caseUid)
    return { allowed: false, rule: 'deny.other-case' };
  // A seal that the registry knows and none of these records states closes them too, and nobody is known who could have it checked.
  if (row.sealed && !records.some(({ sealed }) => sealed)) return { allowed: false, rule: 'deny.sealed' };
  return failures.some((failure) => isUnheard(failure, row, records))
    ? { allowed: false, rule: 'deny.department-failed' }
    : decideCase({ ...envelope, grants }, { records, stage: row.currentStage });
}

/** Whether some record of the case in a system that failed is not known from before: its seal or a recusal might close the case. */
function isUnheard(
  { system }: DepartmentFailure,
  { numbers }: RegisteredCase,
  records: readonly KnownFacts[],
): boolean {
  const owner = OWNERS.find((each) => each.system === system);
  const known = new Set(records.flatMap(({ recordNo, lapsed }) => (lapsed ? [] : recordNo)));
  return owner !== undefined && numbersAt(owner, numbers).some((number) => !known.has(number));
}

function ownersToAsk({ envelope: { principal, purpose } }: CaseworkContext, kind: CaseNumberKind): Owner[] {
  const deciding = departmentsThatDecide(principal, purpose);
  return OWNERS.filter(({ department }) => department === ISSUERS[kind] || deciding.has(department));
}
