import DataLoader from 'dataloader';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { askerOf, grantsFor, purposesOf } from '#subgraphs/access/explain/askers.ts';
import type { Seer } from '#subgraphs/access/explain/types.ts';

/** Accounts that casework is asked about at a time. */
const BATCH = 100;

export interface SeersAsked {
  readonly field: string;
  readonly number: string;
  readonly first: number;
  readonly after: string | null;
}

/** Goes through the accounts by name until so many of them see the field, or to the end: always to the end where nobody does. */
export async function seersOf(
  context: AccessContext,
  { field, number, first, after }: SeersAsked,
): Promise<readonly Seer[]> {
  const seers: Seer[] = [];
  for (let last = after; ; ) {
    const page = await seersAmong(context, number, last).load(field);
    seers.push(...page.seers);
    const users = [...new Set(seers.map(({ account }) => account.username))];
    if (page.last !== null && users.length < first) {
      last = page.last;
      continue;
    }
    const shown = new Set(users.slice(0, first));
    return seers.filter(({ account }) => shown.has(account.username));
  }
}

interface SeersPage {
  readonly seers: readonly Seer[];
  /** The account that ends the page; `null` at the end. */
  readonly last: string | null;
}

/** One page of accounts, asked about all fields at once that are asked for at the same time. */
function seersAmong(context: AccessContext, number: string, after: string | null): DataLoader<string, SeersPage> {
  return context.scope.once(
    `seers ${number} ${after}`,
    () =>
      new DataLoader<string, SeersPage>(async (fields) => {
        const [accounts, grants] = await Promise.all([
          context.store.accounts(null, { first: BATCH, after }),
          grantsFor(context, number, context.now()),
        ]);
        const candidates = accounts.flatMap((account) => purposesOf(account).map((purpose) => ({ account, purpose })));
        const explained = await context.explain({
          askers: candidates.map(({ account, purpose }) => askerOf(account, purpose, grants)),
          ...{ number, fields, operation: null, at: null, permittedOnly: true },
        });
        const last = accounts.length < BATCH ? null : (accounts.at(-1)?.username ?? null);
        const byField = Map.groupBy(explained, ({ field }) => field);
        return fields.map((field) => ({
          last,
          seers: (byField.get(field) ?? []).flatMap((explanation) => {
            const candidate = candidates[explanation.asker];
            return candidate ? { ...candidate, explanation } : [];
          }),
        }));
      }),
  );
}
