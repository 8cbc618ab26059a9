import type { KnownFacts } from '#auth/decisions/facts.ts';
import { DepartmentError, type DepartmentFailure } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { numbersAt, type Owner } from '#subgraphs/casework/owners/owner.ts';
import type { CaseNumberKind, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

/** A case uid that is never minted: looked up where there is no case, so that every question costs the same. */
export const NO_CASE = 'ZF-0000-000000';

export interface AskedNumber {
  readonly kind: CaseNumberKind;
  readonly number: string;
}

export interface GatheredFacts {
  readonly records: readonly KnownFacts[];
  readonly failures: readonly DepartmentFailure[];
  /** Those that are the same whatever number is asked: that one record cannot be read would tell that there is one. */
  readonly ofSystems: readonly DepartmentFailure[];
}

/** What the owners say about a case's records, an owner that fails is replaced by what the registry remembers of it. */
export async function gatherFacts(
  context: CaseworkContext,
  owners: readonly Owner[],
  row: RegisteredCase | null,
  asked: AskedNumber,
): Promise<GatheredFacts> {
  const answers = await Promise.all(owners.map((owner) => askOne(context, owner, recordNos(owner, row, asked))));
  const live = answers.flatMap(({ records }) => records);
  const ofSystems = answers.flatMap(({ failure }) => failure ?? []);
  const failures = [...ofSystems, ...answers.flatMap(({ ofRecords }) => ofRecords)];
  if (row) context.remember(row.caseUid, live);
  const failed = owners.filter(({ system }) => failures.some((failure) => failure.system === system));
  const remembered = failed.length > 0 ? await rememberedFacts(context, row, failed) : [];
  return { records: [...live, ...remembered], failures, ofSystems };
}

/** The case's numbers at this owner; the asked number too, since the owner may know what the registry does not. */
function recordNos(owner: Owner, row: RegisteredCase | null, asked: AskedNumber): string[] {
  const known = row ? numbersAt(owner, row.numbers) : [];
  if (known.length > 0) return known;
  return [owner.numberKinds.some((kind) => kind === asked.kind) ? asked.number : owner.unassigned];
}

interface OwnersWord {
  readonly records: readonly KnownFacts[];
  /** Records of which it stated nothing that can be read. */
  readonly ofRecords: readonly DepartmentFailure[];
  /** How it failed altogether. */
  readonly failure?: DepartmentFailure;
}

async function askOne(context: CaseworkContext, owner: Owner, numbers: readonly string[]): Promise<OwnersWord> {
  try {
    const facts = await Promise.all(numbers.map((number) => context.factsOf(owner).load(number)));
    const failed = facts.flatMap((each) => (each && 'failure' in each ? each.failure : []));
    const failure = failed.find(({ ofRecord }) => !ofRecord);
    return {
      records: facts.flatMap((each) => (each && !('failure' in each) ? [{ ...each, live: true }] : [])),
      ofRecords: failed.filter(({ ofRecord }) => ofRecord),
      ...(failure && { failure }),
    };
  } catch (error) {
    if (!(error instanceof DepartmentError)) throw error;
    return { records: [], ofRecords: [], failure: error.toFailure() };
  }
}

/** Of the records of those who failed only: another system of the same department may have answered. */
async function rememberedFacts(
  context: CaseworkContext,
  row: RegisteredCase | null,
  failed: readonly Owner[],
): Promise<KnownFacts[]> {
  const facts = await context.rememberedFacts(row?.caseUid ?? NO_CASE);
  const isOf =
    ({ department, recordNo }: KnownFacts) =>
    (owner: Owner) =>
      owner.department === department && numbersAt(owner, row?.numbers ?? []).includes(recordNo);
  return facts.filter((each) => failed.some(isOf(each)));
}
