import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** Days as LegalDate, or none at an end that is open. @throws GraphError BAD_USER_INPUT where the first is after the last */
export function requireOrder(from: string | null | undefined, to: string | null | undefined): void {
  if (from == null || to == null || from <= to) return;
  throw badArgument('from', `（${from}）不能晚于 to（${to}）`, `(${from}) must not be later than to (${to})`);
}
