import type { AccessContext } from '#subgraphs/access/context.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** The account that ended the page before: accounts are disabled, never deleted. @throws GraphError BAD_USER_INPUT for what is no account */
export async function accountBefore(context: AccessContext, after: string | null | undefined): Promise<string | null> {
  if (after == null || (await context.store.accountOfUser(after)) !== null) return after ?? null;
  throw badArgument('after', '应为上一页最后一个账户名', 'is the name of the last account of the page before');
}

/** @throws GraphError BAD_USER_INPUT for what is no grantUid */
export function grantBefore(after: string | null | undefined): string | null {
  if (after == null || /^G-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(after)) return after ?? null;
  throw badArgument('after', '应为上一页最后一件的 grantUid', 'is the grantUid of the last grant of the page before');
}
