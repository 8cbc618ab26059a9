import { GraphError } from '#schema/errors/graph-error.ts';

/** @throws GraphError BAD_USER_INPUT that names the maximum, for a page size that is not 1 to `most` */
export function requirePageSize(first: number, most: number): void {
  if (first >= 1 && first <= most) return;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `first 应为 1 到 ${most} 的整数，给出的是 ${first}。`,
    en: `first is a whole number from 1 to ${most}; ${first} was given.`,
  });
}
