import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { NO_CASE } from '#subgraphs/casework/gather-facts.ts';
import type { RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

/**
 * What the registry knows of a party's account: whether the person behind it is a party to the case (WORLD 3). Asked for parties
 * only, and of every number alike.
 */
export async function accountFacts(context: CaseworkContext, row: RegisteredCase | null): Promise<KnownFacts[]> {
  const { principal } = context.envelope;
  if (!principal.roles.has('party')) return [];
  const [personUid, parties] = await Promise.all([
    context.personOfAccount(),
    context.parties.load(row?.caseUid ?? NO_CASE),
  ]);
  const own = parties?.find((party) => party.personUid === personUid);
  if (personUid === null || row === null || own === undefined) return [];
  return [
    {
      department: 'PLATFORM',
      agencyCode: 'PLATFORM',
      recordNo: row.caseUid,
      sealed: row.sealed,
      labelled: false,
      assignments: [{ holder: principal.subject, function: 'PARTY', partyKey: own.partyUid }],
      recusedStaffNos: [],
      live: true,
    },
  ];
}
