import type { KnownFacts } from '#auth/decisions/facts.ts';
import { type CaseView, showsOwnRowsOnly } from '#auth/decisions/views.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';

/** Keys, in every department's records, of the parties that are the caller's own: self, client, detainee, beneficiary. */
export async function ownPartyKeys(
  context: CaseworkContext,
  { caseUid }: RegisteredCase,
  records: readonly KnownFacts[],
  view: CaseView,
): Promise<string[]> {
  if (!showsOwnRowsOnly(view)) return [];
  const named = new Set(records.flatMap(({ assignments }) => assignments.flatMap(({ partyKey }) => partyKey ?? [])));
  const parties = (await context.parties.load(caseUid)) ?? [];
  return parties.flatMap((party) => (isNamed(party, named) ? keysOf(party) : []));
}

export function keysOf({ partyUid, keys }: RegisteredParty): string[] {
  return [partyUid, ...keys.map(({ key }) => key)];
}

function isNamed(party: RegisteredParty, named: ReadonlySet<string>): boolean {
  return keysOf(party).some((key) => named.has(key));
}
