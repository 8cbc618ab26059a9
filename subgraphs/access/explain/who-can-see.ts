import { builder } from '#subgraphs/access/builder.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { askerOf, grantsFor, purposesOf } from '#subgraphs/access/explain/askers.ts';
import { AccessHolder, type Seer } from '#subgraphs/access/explain/types.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import type { Account } from '#subgraphs/access/store/accounts.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Accounts a page, at most. */
const MAX_HOLDERS = 100;

builder.queryField('whoCanSee', (t) =>
  t.field({
    type: [AccessHolder],
    policy: [['access.explain']],
    description: `可见者 who may see a field of a case, for which purpose and why, by name；封存、涉密与不存在的案件一律为空。每页最多 ${MAX_HOLDERS} 个账户。`,
    args: {
      field: t.arg.string({ required: true, description: '字段 a field, as Type.field' }),
      case: t.arg.id({ required: true, description: '案件编号 a number of the case, of any kind by which cases are found' }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `每页账户数 accounts a page: 1 to ${MAX_HOLDERS}`,
      }),
      after: t.arg.string({ description: '上一页最后一个的 user of the last account of the page before' }),
    },
    async resolve(_root, { field, case: number, first, after }, context) {
      context.requirePolicy('access.explain');
      requirePageSize(first, MAX_HOLDERS);
      context.recordExplanation(null, number, [field]);
      const grants = await grantsFor(context, number, context.now());
      return firstSeers(context, { field, number }, grants, first, after ?? null);
    },
  }),
);

interface Asked {
  readonly field: string;
  readonly number: string;
}

/** Goes through the accounts by name until so many of them see it. */
async function firstSeers(
  context: AccessContext,
  asked: Asked,
  grants: readonly Grant[],
  first: number,
  after: string | null,
): Promise<readonly Seer[]> {
  const seers: Seer[] = [];
  const users = () => new Set(seers.map(({ account }) => account.username));
  for (let last = after; ; ) {
    const accounts = await context.store.accounts(null, { first: MAX_HOLDERS, after: last });
    seers.push(...(await seersAmong(context, asked, accounts, grants)));
    last = accounts.at(-1)?.username ?? null;
    if (accounts.length < MAX_HOLDERS || users().size >= first) break;
  }
  const page = new Set([...users()].slice(0, first));
  return seers.filter(({ account }) => page.has(account.username));
}

async function seersAmong(
  context: AccessContext,
  { field, number }: Asked,
  accounts: readonly Account[],
  grants: readonly Grant[],
): Promise<readonly Seer[]> {
  const candidates = accounts.flatMap((account) => purposesOf(account).map((purpose) => ({ account, purpose })));
  const askers = candidates.map(({ account, purpose }) => askerOf(account, purpose, grants));
  const question = { number, field, operation: null, at: null, permittedOnly: true };
  const explained = await context.explain({ askers, ...question });
  return explained.flatMap((explanation) => {
    const candidate = candidates[explanation.asker];
    return candidate ? { ...candidate, explanation } : [];
  });
}
