import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { findListed, findReferenced } from '#subgraphs/casework/find-case.ts';
import { Kind, Status, Transfer, type TransferShown } from '#subgraphs/casework/lists/transfer.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askInbox } from '#subgraphs/casework/owners/questions.ts';
import type { OwnerInboxEntry } from '#subgraphs/kit/owner-rows.ts';
import type { InboxPage } from '#subgraphs/kit/owner-source.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

const MAX_PACKAGES = 100;

/** What has come and is not accepted (DOMAIN 2.3). */
const WAITING: ReadonlySet<string> = new Set<TransferStatus>(['DELIVERED', 'AWAITING_SUPPLEMENT', 'SUPPLEMENTED']);

builder.queryField('transferInbox', (t) =>
  t.field({
    type: [Transfer],
    policy: [['transfer.inbox']],
    description: `移送收件箱 packages delivered to the caller’s own office and not accepted yet, by transferUid；须检察院案管人员。每页最多 ${MAX_PACKAGES} 件，检察院系统不可用时为 null。`,
    args: {
      kind: t.arg({ type: Kind, description: '只列出此类型 only this kind' }),
      status: t.arg({
        type: Status,
        description: '只列出此状态 only this status；已接收的不在收件箱 what is accepted is not here',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `每页件数 page size: 1 to ${MAX_PACKAGES}`,
      }),
      after: t.arg.id({ description: '上一页最后一件的 transferUid of the last one of the page before' }),
    },
    resolve: async (_root, { kind, status, first, after }, context) => {
      requirePageSize(first, MAX_PACKAGES);
      const page = {
        kind: kind ?? null,
        status: status ?? null,
        first,
        after: after == null ? null : transferUid(after),
      };
      if (context.envelope.onlyCase !== null) return ofOnlyCase(context, page);
      const entries = await askInbox(context.asking, keeper(), page);
      const shown = await Promise.all(entries.map((entry) => withCase(context, entry)));
      return shown.filter((each) => each !== null);
    },
  }),
);

/** Within `x-case` only that case exists, and its hand-overs tell the same. */
async function ofOnlyCase(
  context: CaseworkContext,
  { kind, status, first, after }: InboxPage,
): Promise<readonly TransferShown[]> {
  const { onlyCase, principal } = context.envelope;
  const found = await findListed(context, onlyCase ?? '');
  if (found === null) return [];
  const { rows, failures } = await context.joined(found, 'transfers');
  for (const { error } of failures) throw error;
  return rows
    .map(({ row }) => row)
    .filter(({ to, status: of }) => to === principal.agency && WAITING.has(of))
    .filter((each) => (kind === null || each.kind === kind) && (status === null || each.status === status))
    .filter((each) => each.transferUid > (after ?? ''))
    .sort((a, b) => (a.transferUid < b.transferUid ? -1 : 1))
    .slice(0, first)
    .map((transfer) => ({ found, transfer, all: null }));
}

/** The owner has decided by the package; casework decides by the case, where the registry knows one. */
async function withCase(
  context: CaseworkContext,
  { recordNo, transfer }: OwnerInboxEntry,
): Promise<TransferShown | null> {
  const row = await context.casesByNumber('INCOMING_TRANSFER').load(recordNo);
  if (row === null) return { found: null, transfer, all: null };
  const found = await findReferenced(context, row);
  return found && { found, transfer, all: null };
}

/** Whose inbox it is. */
function keeper(): Owner {
  const owner = OWNERS.find(({ numberKinds }) => numberKinds.includes('INCOMING_TRANSFER'));
  if (owner === undefined) throw new Error('no department receives packages');
  return owner;
}

/** @throws GraphError BAD_USER_INPUT */
function transferUid(after: string | number): string {
  const text = String(after);
  if (new RegExp(`^${keeper().system}:[\\w-]{1,64}$`).test(text)) return text;
  throw new GraphError('BAD_USER_INPUT', {
    zh: 'after 应为上一页最后一件的 transferUid。',
    en: 'after is the transferUid of the last row of the page before.',
  });
}
