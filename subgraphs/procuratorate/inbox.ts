import type { IncomingTransferRecord } from '#adapters/systems/procuratorate-12309/port.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import type { OwnerInboxEntry } from '#subgraphs/kit/owner-rows.ts';
import type { InboxPage } from '#subgraphs/kit/owner-source.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { toOwnerTransfer, transferUid } from '#subgraphs/procuratorate/transfers.ts';

const SUBJECT = 'Transfer';
const POLICY = 'transfer.inbox';

/**
 * What was delivered to the caller's own procuratorate and is not accepted, by key. 12309 gives an inbox as a whole; of it, what is on the
 * page is decided row by row, by each package's own facts, and a page goes on behind what is not shown, so that fewer than `first` means
 * that there are no more.
 * @throws DepartmentError, FORBIDDEN or PURPOSE_REQUIRED
 */
export async function inbox(
  { kind, status, first, after }: InboxPage,
  context: ProcuratorateContext,
): Promise<readonly OwnerInboxEntry[]> {
  const waiting = (await context.inboxes.load(context.requireAgency(POLICY, SUBJECT))) ?? [];
  const asked = waiting
    .filter((each) => (kind === null || each.kind === kind) && (status === null || each.status === status))
    .filter(({ transferKey }) => after === null || transferUid(transferKey) > after)
    .sort((a, b) => (a.transferKey < b.transferKey ? -1 : 1));
  const shown: OwnerInboxEntry[] = [];
  for (let next = 0; next < asked.length && shown.length < first; ) {
    const rows = asked.slice(next, next + first - shown.length);
    shown.push(...(await permitted(rows, context)));
    next += rows.length;
  }
  return shown;
}

async function permitted(
  rows: readonly IncomingTransferRecord[],
  context: ProcuratorateContext,
): Promise<OwnerInboxEntry[]> {
  const decided = await Promise.all(
    rows.map(async ({ linkedNumbers: _numbers, ...transfer }) => {
      const recordNo = transfer.transferKey;
      const facts = await context.facts(recordNo);
      const visible = facts && context.decide(SUBJECT, 'TRANSFERS', facts, NO_CASE_KNOWN);
      return visible && { recordNo, transfer: toOwnerTransfer(recordNo, transfer) };
    }),
  );
  return decided.filter((entry) => entry !== null);
}
