import type { Asker } from '#auth/decisions/decide.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { CASE_NUMBER_KINDS } from '#schema/identifiers/index.ts';
import { caseNumberHelp } from '#schema/identifiers/require-identifier.ts';
import { askedNumber } from '#subgraphs/casework/asked-number.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { linkAnyway, searchAnyway } from '#subgraphs/casework/find-links.ts';
import { type AskedNumber, gatherFacts, NO_CASE } from '#subgraphs/casework/gather-facts.ts';
import { OWNERS } from '#subgraphs/casework/owners/owner.ts';
import type { RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';

/** All that decisions about one case rest on, whoever asks; fetched once for all who are explained. */
export interface Evidence {
  readonly asked: AskedNumber;
  /** `null` where nobody may be told that there is one: no such number, a seal, a label. */
  readonly row: RegisteredCase | null;
  readonly records: readonly KnownFacts[];
  readonly parties: readonly RegisteredParty[];
  /** Records of the case about which their department said nothing that can be read. */
  readonly isUnreadable: boolean;
}

const FINDERS = OWNERS.filter(({ findsBy }) => findsBy.length > 0);

/**
 * What there is about a number: one look-up in the registry, one of parties, one facts question to every department, and one search for
 * links that the registry may lack, known or not. @throws DepartmentError of a department that fails, the same for every number
 */
export async function gatherEvidence(context: CaseworkContext, number: string): Promise<Evidence> {
  const asked = anyNumber(number);
  const known = await context.casesByNumber(asked.kind).load(asked.number);
  const first = await gatherFacts(context, OWNERS, known, asked);
  const [searched, named] = await Promise.all([
    searchAnyway(context, FINDERS, known),
    linkAnyway(context, asked, known),
  ]);
  const linked = searched ?? named;
  const row = linked ?? known;
  // What a link leads to has records of its own.
  const { records, failures, ofSystems } = linked ? await gatherFacts(context, OWNERS, linked, asked) : first;
  const parties = await context.parties.load(row?.caseUid ?? NO_CASE);
  const [failure] = ofSystems;
  if (failure) throw new DepartmentError(failure.code, failure);
  const isHidden = row === null || row.sealed || records.some(({ sealed, labelled }) => sealed || labelled);
  return isHidden
    ? { asked, row: null, records: [], parties: [], isUnreadable: false }
    : { asked, row, records, parties: parties ?? [], isUnreadable: failures.length > 0 };
}

/** What the registry knows of a party's account (WORLD 3). Asked for parties only, and of every number alike. */
export async function factsOfAccount(
  { registry }: CaseworkContext,
  { principal }: Asker,
  { row, parties }: Evidence,
): Promise<readonly KnownFacts[]> {
  if (!principal.roles.has('party')) return [];
  const personUid = await registry.accountOf(principal.issuer, principal.subject);
  const own = parties.find((party) => party.personUid === personUid);
  if (row === null || personUid === null || own === undefined) return [];
  const assignment = { holder: principal.subject, function: 'PARTY', partyKey: own.partyUid };
  const open = { sealed: false, labelled: false, recusedStaffNos: [], live: true };
  const record = { department: 'PLATFORM', agencyCode: 'PLATFORM', recordNo: row.caseUid } as const;
  return [{ ...record, ...open, assignments: [assignment] }];
}

/** @throws GraphError BAD_USER_INPUT for what is a number of no kind by which cases are found */
function anyNumber(number: string): AskedNumber {
  const kinds = Object.entries(CASE_NUMBER_KINDS);
  const [name] = kinds.find(([, kind]) => kind.parse(number) !== null) ?? [];
  if (name !== undefined) return askedNumber({ [name]: number });
  const help = caseNumberHelp();
  throw new GraphError('BAD_USER_INPUT', {
    zh: `参数 case 不是有效的案件编号。${help.zh}`,
    en: `The argument case is not a valid case number. ${help.en}`,
  });
}
