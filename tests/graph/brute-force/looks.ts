import { CASES } from '#demo/world/cases.ts';
import type { Purpose } from '#schema/purposes.ts';
import { type Asked, everythingOf, print } from '#tests/graph/brute-force/document.ts';
import { type Answer, as } from '#tests/harness/ask.ts';

/** Everything of a case, as one document. */
export const EVERYTHING: readonly Asked[] = everythingOf('Case');
const QUERY = `query Everything($uid: ID!) { case(caseUid: $uid) ${print(EVERYTHING)} }`;

export const CASE_NOS: readonly number[] = CASES.map(({ caseUid }) => Number(caseUid.slice(-6)));

export function caseUidOf(caseNo: number): string {
  const found = CASES.find(({ caseUid }) => Number(caseUid.slice(-6)) === caseNo);
  if (found === undefined) throw new Error(`WORLD has no case ${caseNo}`);
  return found.caseUid;
}

/** Asks for everything of a case. */
export function look(user: string, caseNo: number, purpose: Purpose | null): Promise<Answer> {
  return as(user, { purpose }).ask({ query: QUERY, variables: { uid: caseUidOf(caseNo) } });
}

/** Does something for each, a few at the same time: a busy machine’s departments have their time-outs too. */
export async function forEach<Each>(all: readonly Each[], act: (each: Each) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await act(each);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
