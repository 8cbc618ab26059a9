import { decideRecord } from '#auth/decisions/decide.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type AskedNumber, type GatheredFacts, NO_CASE } from '#subgraphs/casework/gather-facts.ts';
import { numbersAt, OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askLinks } from '#subgraphs/casework/owners/questions.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

/**
 * The case with the links that the registry lacked and a department knows. A criminal case without a number of such a department is
 * asked about once: what is found is kept with its provenance, and that nothing was found is kept too.
 */
export async function findLinks(context: CaseworkContext, row: RegisteredCase): Promise<RegisteredCase> {
  if (row.kind !== 'CRIMINAL') return row;
  let whole = row;
  for (const owner of OWNERS.filter((each) => canFind(each, row))) whole = await searchOnce(context, owner, whole);
  return whole;
}

function canFind(owner: Owner, { numbers }: RegisteredCase): boolean {
  const known = numbersAt(owner, numbers).length > 0;
  return !known && numbers.some(({ kind }) => owner.findsBy.includes(kind));
}

async function searchOnce(context: CaseworkContext, owner: Owner, row: RegisteredCase): Promise<RegisteredCase> {
  const [numberKind] = owner.numberKinds;
  if (numberKind === undefined || (await context.links.searched(row.caseUid, numberKind))) return row;
  try {
    const asked = row.numbers.filter(({ kind }) => owner.findsBy.includes(kind));
    const found = await Promise.all(
      owner.findsBy.map((kind) =>
        askLinks(
          context.asking,
          owner,
          kind,
          asked.filter((each) => each.kind === kind).map(({ number }) => number),
        ),
      ),
    );
    return await keep(context, row, numberKind, found.flat(), owner);
  } catch (error) {
    // The case is found without it; the next question searches again.
    if (error instanceof DepartmentError) return row;
    throw error;
  }
}

/**
 * Asks those of these departments that find records by others' numbers, once each, whatever is known: by the case's own number where it
 * was not searched before, else by one that is never allotted. Resolves to the case with what was found; null where nothing was.
 */
export async function searchAnyway(
  context: CaseworkContext,
  owners: readonly Owner[],
  row: RegisteredCase | null,
): Promise<RegisteredCase | null> {
  let found: RegisteredCase | null = null;
  for (const owner of owners) {
    const [numberKind] = owner.numberKinds;
    const [kind] = owner.findsBy;
    if (numberKind === undefined || kind === undefined) continue;
    const searched = await context.links.searched(row?.caseUid ?? NO_CASE, numberKind);
    const isNew = row !== null && !row.sealed && row.kind === 'CRIMINAL' && canFind(owner, row) && !searched;
    const unassigned = OWNERS.find(({ numberKinds }) => numberKinds.includes(kind))?.unassigned ?? '';
    const own = row?.numbers.flatMap((each) => (each.kind === kind ? each.number : [])) ?? [];
    const records = await askLinks(context.asking, owner, kind, isNew ? own : [unassigned]).catch(withoutFailure);
    if (!isNew || records === null) continue;
    const whole = await keep(context, found ?? row, numberKind, records, owner);
    if (whole.numbers.length > (found ?? row).numbers.length) found = whole;
  }
  return found;
}

/** A search that fails finds nothing: the next question searches again. */
function withoutFailure(error: unknown): null {
  if (error instanceof DepartmentError) return null;
  throw error;
}

/**
 * The registered case of a number that the registry does not know, where its department's facts say that the caller may see the record:
 * the department names the case's other numbers, and the link is kept. Nobody else makes the departments be asked.
 */
export async function linkByFacts(
  context: CaseworkContext,
  { kind, number }: AskedNumber,
  gathered: GatheredFacts,
): Promise<RegisteredCase | null> {
  const own = gathered.records.find(({ recordNo, live }) => recordNo === number && live);
  const owner = OWNERS.find(({ numberKinds }) => numberKinds.some((each) => each === kind));
  if (own === undefined || owner === undefined || kind === 'CASE_UID') return null;
  if (!decideRecord(context.envelope, own).allowed) return null;
  return linkByNumberOnce(context, owner, { kind, number });
}

/**
 * The registered case of a number that its department may know and the registry does not. Its subgraph is asked about every number that
 * does not exist, and for a case that is denied about none: nobody can tell the two apart, since neither makes it ask its system once more
 * for what it said of the number already. One that the department knows and the registry does not yet costs the search, once.
 */
export async function linkAnyway(
  context: CaseworkContext,
  { kind, number }: AskedNumber,
  row: RegisteredCase | null,
): Promise<RegisteredCase | null> {
  const owner = OWNERS.find(
    ({ numberKinds, findsBy }) => findsBy.length > 0 && numberKinds.some((each) => each === kind),
  );
  if (owner === undefined || kind === 'CASE_UID') return null;
  const asked = { kind, number };
  if (row === null) return linkByNumberOnce(context, owner, asked).catch(withoutFailure);
  await context.scope.once(searchOf(asked), () => askNothing(context, owner, kind)).catch(withoutFailure);
  return null;
}

async function askNothing(context: CaseworkContext, owner: Owner, kind: LinkedNumberKind): Promise<null> {
  await askLinks(context.asking, owner, kind, []);
  return null;
}

/** A number is searched once in a request, however often it is asked for and whatever becomes of it. */
function searchOf({ kind, number }: LinkedNumber): string {
  return `search ${kind} ${number}`;
}

function linkByNumberOnce(context: CaseworkContext, owner: Owner, asked: LinkedNumber): Promise<RegisteredCase | null> {
  return context.scope.once(searchOf(asked), () => linkByNumber(context, owner, asked));
}

interface LinkedNumber {
  readonly kind: LinkedNumberKind;
  readonly number: string;
}

async function linkByNumber(
  context: CaseworkContext,
  owner: Owner,
  { kind, number }: LinkedNumber,
): Promise<RegisteredCase | null> {
  const records = await askLinks(context.asking, owner, kind, [number]);
  for (const link of records.flatMap(({ linkedNumbers }) => linkedNumbers)) {
    if (!isAskable(link.kind)) continue;
    const row = await context.casesByNumber(link.kind).load(link.number);
    if (row === null) continue;
    if (row.sealed) return row;
    const whole = await keep(context, row, kind, records, owner);
    return whole.numbers.some((each) => each.kind === kind && each.number === number) ? whole : null;
  }
  return null;
}

/** The case with what of these records the registry takes into it; a seal on one of them is the case's. */
async function keep(
  context: CaseworkContext,
  row: RegisteredCase,
  kind: LinkedNumberKind,
  records: readonly IngestedRecord[],
  { system }: Owner,
): Promise<RegisteredCase> {
  const linked = await context.links.keep(row.caseUid, kind, records, system);
  context.parties.clear(row.caseUid);
  const isSealed = records.some(
    ({ recordNo, facts }) => facts.sealed && linked.some(({ number }) => number === recordNo),
  );
  return { ...row, sealed: row.sealed || isSealed, numbers: [...row.numbers, ...linked] };
}

function isAskable(kind: string): kind is CaseNumberKind {
  return kind === 'POLICE_CASE_NO' || kind === 'ACCEPTANCE_NO' || kind === 'COURT_CASE_NO';
}
