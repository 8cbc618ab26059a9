import { holdersOf } from '#auth/decisions/rules.ts';
import type { SystemName } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type FoundCase, findCase, findListed, findReferenced } from '#subgraphs/casework/find-case.ts';
import type { LeftOut, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Two full lists of a legacy operation (WORLD 6). */
export const MAX_CASES = 100;

interface Page {
  readonly stage: Stage | null;
  readonly first: number;
  readonly after: string | null;
}

/**
 * The caller's own cases: those in which the registry's last facts name the caller, or, for a party, in which the person is. What it
 * names is decided anew, on what the owners say now, and a page is filled up for what was denied. For a record of the caller's that belongs
 * to no case yet the departments are asked once for what it is linked to. A case whose department fails is left
 * out, with one error a system at the list, and the page ends there. @throws GraphError BAD_USER_INPUT for a page size that is not allowed
 */
export async function myCases(
  context: CaseworkContext,
  { first, after, stage }: Page,
  path: readonly (string | number)[] = ['myCases'],
): Promise<FoundCase[]> {
  requirePageSize(first, MAX_CASES);
  let last: string | null = after === null ? null : requireIdentifier(caseUid, after, 'after');
  const failed = new Map<SystemName, DepartmentError>();
  if (context.envelope.onlyCase !== null) {
    const only = await ofOnlyCase(context, context.envelope.onlyCase, failed);
    for (const error of failed.values()) context.partialError(path, error);
    return only.filter(({ row }) => row.caseUid > (last ?? '') && (stage === null || row.currentStage === stage));
  }
  await findLeftOut(context, failed);
  const found: FoundCase[] = [];
  for (let isEnd = false; found.length < first && !isEnd; ) {
    const wanted = first - found.length;
    const rows = await candidates(context, { stage, first: wanted, after: last });
    const decided = await Promise.all(rows.map((row) => decideOne(context, row, failed)));
    found.push(...decided.filter((each) => each !== null));
    last = rows.at(-1)?.caseUid ?? last;
    // Of a department that fails nothing more is learnt by going on through all the caller's cases.
    isEnd = rows.length < wanted || failed.size > 0;
  }
  for (const error of failed.values()) context.partialError(path, error);
  return found;
}

/** Within `x-case` only that case exists: it is listed where a record of it names the caller, and asked for alike where there is none. */
async function ofOnlyCase(
  context: CaseworkContext,
  onlyCase: string,
  failed: Map<SystemName, DepartmentError>,
): Promise<FoundCase[]> {
  const found = await noting(failed, () => findListed(context, onlyCase));
  return found?.findings.records.some(({ assignments }) => assignments.length > 0) ? [found] : [];
}

/**
 * Finds the cases of the caller's records that ingest left out: what is found is among the candidates from now on. A department that did not
 * answer is asked again by the next list; what it said that cannot be read will be no better then.
 */
async function findLeftOut(context: CaseworkContext, failed: Map<SystemName, DepartmentError>): Promise<void> {
  const holders = [...holdersOf(context.envelope.principal)];
  const search = async (record: LeftOut) => {
    const note = () => context.links.noteLeftOutSearch(holders, record);
    const found = await findCase(context, record.kind, record.number).catch(async (error: unknown) => {
      if (error instanceof DepartmentError && error.code === 'DEPARTMENT_DATA_INVALID') await note();
      throw error;
    });
    await note();
    return found;
  };
  const leftOut = await context.links.leftOutOf(holders);
  await Promise.all(leftOut.map((record) => noting(failed, () => search(record))));
}

async function decideOne(
  context: CaseworkContext,
  row: RegisteredCase,
  failed: Map<SystemName, DepartmentError>,
): Promise<FoundCase | null> {
  return noting(failed, () => findReferenced(context, row));
}

/** A case whose department fails is no case of the list. */
async function noting(
  failed: Map<SystemName, DepartmentError>,
  find: () => Promise<FoundCase | null>,
): Promise<FoundCase | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof DepartmentError)) throw error;
    failed.set(error.system, error);
    return null;
  }
}

async function candidates(context: CaseworkContext, page: Page): Promise<RegisteredCase[]> {
  const { principal } = context.envelope;
  if (!principal.roles.has('party')) return context.registry.casesOfHolder([...holdersOf(principal)], page);
  const personUid = await context.personOfAccount();
  return personUid === null ? [] : context.registry.casesOfPerson(personUid, page);
}
