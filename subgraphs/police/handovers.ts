import type { HandoverInCustody } from '#adapters/systems/police/port.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import type { OwnerLedgerEntry } from '#subgraphs/kit/owner-rows.ts';
import type { LedgerPage } from '#subgraphs/kit/owner-source.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import type { PoliceContext } from '#subgraphs/police/context.ts';
import { toHandover } from '#subgraphs/police/rows.ts';

const SUBJECT = 'CustodyHandover';
const POLICY = 'custody.ledger';

/**
 * 换押 of those held at the caller's own detention centre, by key. Every row is decided by its case's facts; a page goes on behind what
 * is not shown, so that fewer than `first` means that there are no more.
 * @throws DepartmentError, FORBIDDEN or PURPOSE_REQUIRED
 */
export async function handoversAtCentre(
  { pendingOnly, first, after }: LedgerPage,
  context: PoliceContext,
): Promise<readonly OwnerLedgerEntry[]> {
  const detentionCentre = context.requireAgency(POLICY, SUBJECT);
  const shown: OwnerLedgerEntry[] = [];
  for (let last = after?.replace('police:', '') ?? null; ; ) {
    const left = first - shown.length;
    const rows = await context.handovers({ detentionCentre, pendingOnly, first: left, after: last });
    shown.push(...(await permitted(rows, context)));
    last = rows.at(-1)?.handover.handoverKey ?? null;
    if (rows.length < left || shown.length === first) return shown;
  }
}

async function permitted(rows: readonly HandoverInCustody[], context: PoliceContext): Promise<OwnerLedgerEntry[]> {
  const decided = await Promise.all(
    rows.map(async ({ policeCaseNo, partyKey, handover }) => {
      const facts = await context.facts(policeCaseNo);
      const visible = facts && context.decide(SUBJECT, 'CUSTODY', facts, NO_CASE_KNOWN);
      const key = partyKeyIn(policeCaseNo, partyKey);
      return visible?.mayShowParty(key) ? { partyKey: key, handover: toHandover(handover) } : null;
    }),
  );
  return decided.filter((entry) => entry !== null);
}
