import { CIVIL_CASES } from '#demo/world/civil-cases.ts';
import { CRIMINAL_CASES } from '#demo/world/criminal-cases.ts';
import type { WorldCase } from '#demo/world/world-case.ts';

export type { WorldCase, WorldParty } from '#demo/world/world-case.ts';

/** The demo county's cases 1 to 14: what links the agencies' records. What only one department knows stands with that department's rows in `demo/systems`. */
export const CASES: readonly WorldCase[] = [...CRIMINAL_CASES, ...CIVIL_CASES].sort((a, b) => serial(a) - serial(b));

function serial({ caseUid }: WorldCase): number {
  return Number(caseUid.slice(-6));
}
