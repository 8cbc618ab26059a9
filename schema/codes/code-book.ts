import { type CodeEntry, type CodeList, heldOn } from '#schema/codes/code-list.ts';
import { AREAS } from '#schema/codes/lists/areas.ts';
import { CIVIL_CAUSES } from '#schema/codes/lists/civil-causes.ts';
import { CRIMINAL_CAUSES } from '#schema/codes/lists/criminal-causes.ts';
import { DOCUMENT_CODES } from '#schema/codes/lists/document-codes.ts';
import { ETHNICITIES } from '#schema/codes/lists/ethnicities.ts';
import { MEASURES } from '#schema/codes/lists/measures.ts';
import { PARTICIPANTS } from '#schema/codes/lists/participants.ts';
import { POLICE_CASE_CATEGORIES } from '#schema/codes/lists/police-case-categories.ts';
import { SEXES } from '#schema/codes/lists/sexes.ts';
import type { Code } from '#schema/codes.ts';

export const CODE_LISTS: readonly CodeList[] = [
  SEXES,
  ETHNICITIES,
  AREAS,
  MEASURES,
  PARTICIPANTS,
  CRIMINAL_CAUSES,
  CIVIL_CAUSES,
  POLICE_CASE_CATEGORIES,
  DOCUMENT_CODES,
];

export interface CodeBook {
  /**
   * What a code was called on a day (LegalDate). One that its list knows only of other days has the name of the nearest, as abolished
   * area codes must; unless the list gives codes away anew. Never fails: what is not known is called by its code.
   */
  nameOf(scheme: string, code: string, on: string): string;
  /** The same with its scheme and code, as the graph shows it. */
  codeOf(scheme: string, code: string, on: string): Code;
  /** How often a code was not known, by scheme. The codes themselves are not kept: a damaged field may hold anything. */
  unknownCounts(): ReadonlyMap<string, number>;
  /** Calls `tell` with each scheme of which a code is not known for the first time. */
  onFirstUnknown(tell: (scheme: string) => void): void;
}

export function createCodeBook(lists: readonly CodeList[]): CodeBook {
  const byScheme = new Map(
    lists.map(({ scheme, reusesCodes = false, entries }) => {
      return [scheme, { reusesCodes, byCode: Map.groupBy(entries, ({ code }) => code) }];
    }),
  );
  const unknown = new Map<string, number>();
  const listeners: ((scheme: string) => void)[] = [];

  function find(scheme: string, code: string, on: string): CodeEntry | null {
    const list = byScheme.get(scheme);
    const versions = list?.byCode.get(code) ?? [];
    const current = versions.find((entry) => heldOn(entry, on));
    if (current !== undefined || list?.reusesCodes) return current ?? null;
    const past = versions.filter(({ validTo }) => validTo !== null && validTo < on);
    return past.sort(byEnd).at(-1) ?? versions.toSorted(byEnd)[0] ?? null;
  }

  function nameOf(scheme: string, code: string, on: string): string {
    const name = find(scheme, code, on)?.name;
    if (name === undefined) countUnknown(scheme);
    return name ?? code;
  }

  function countUnknown(scheme: string): void {
    const before = unknown.get(scheme) ?? 0;
    unknown.set(scheme, before + 1);
    if (before === 0) for (const tell of listeners) tell(scheme);
  }

  return {
    nameOf,
    codeOf: (scheme, code, on) => ({ scheme, code, name: nameOf(scheme, code, on) }),
    unknownCounts: () => unknown,
    onFirstUnknown: (tell) => void listeners.push(tell),
  };
}

/** The lists of this folder, with one count for the process. */
export const CODE_BOOK = createCodeBook(CODE_LISTS);

/** Open entries come last. */
function byEnd(a: CodeEntry, b: CodeEntry): number {
  return (a.validTo ?? '9999-12-31') < (b.validTo ?? '9999-12-31') ? -1 : 1;
}
