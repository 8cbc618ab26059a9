import { GraphError } from '#schema/errors/graph-error.ts';
import { LONGEST_PAGE } from '#schema/page-size.ts';

/** @throws GraphError BAD_USER_INPUT that names the maximum, for a page size that is not 1 to `most`, itself LONGEST_PAGE at most */
export function requirePageSize(first: number, most: number): void {
  if (most > LONGEST_PAGE) throw new RangeError(`no list gives more than ${LONGEST_PAGE} rows a page`);
  if (first >= 1 && first <= most) return;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `first 应为 1 到 ${most} 的整数，给出的是 ${first}。`,
    en: `first is a whole number from 1 to ${most}; ${first} was given.`,
  });
}
