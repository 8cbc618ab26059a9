import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { CODE_BOOK } from '#schema/codes/code-book.ts';
import { DOCUMENT_CODES } from '#schema/codes/lists/document-codes.ts';
import { SEXES } from '#schema/codes/lists/sexes.ts';
import type { Code } from '#schema/codes.ts';

/** Codes that the departments' systems write alike, and open lists. Maps: a code such as `constructor` must find nothing. */

/** 是否 */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
]);

/** 密级, no label; any other value is one. */
export const NO_LABEL = '0';

/** A system's own list has no days, and one of the graph's that never changed says the same on each. */
const ANY_DAY = '2003-12-01';
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * A code of an open list, which may grow: as the system itself calls it in `names`, else as the graph's list of that scheme did on
 * the day `on` (LegalDate). One that neither knows is no error: it is kept with itself as its name, and counted by its scheme
 * (`CODE_BOOK.unknownCounts`).
 */
export function openCode(scheme: string, code: string, names = NO_NAMES, on = ANY_DAY): Code {
  const name = names.get(code);
  return name === undefined ? CODE_BOOK.codeOf(scheme, code, on) : { scheme, code, name };
}

/** 性别 of GB/T 2261.1. `null` where there is none. */
export function sexOf(code: string | null): Code | null {
  return code === null ? null : openCode(SEXES.scheme, code);
}

/** How systems write agencies: a court's code (鲁9999), letters and an area (JCY379999), an area, a unit in it, or the GA code of 12 digits. */
const AGENCY_SHAPE = /^(?:\p{Script=Han}\d{2}(?:\d{2})?|[A-Z]{1,6}\d{6}|\d{6}|\d{10}|\d{12})$/u;

/**
 * An agency with a part in a record, as `agencyCode`; one that no list knows is called by the system's code of it, and counted.
 * @throws UnreadableField for what is not of the shape of such a code: it may be anything that somebody typed, a person's number too
 */
export function openAgency(
  element: string,
  local: string,
  scheme: string,
  agencies: ReadonlyMap<string, string>,
): string {
  if (!agencies.has(local) && !AGENCY_SHAPE.test(local)) throw new UnreadableField(element, 'is no agency');
  return openCode(scheme, local, agencies).name;
}

/** Of a system's own document code (文书代码): the graph's code of the catalogue (DOMAIN 2.13), and what the document is called. */
export type DocumentNames = ReadonlyMap<string, readonly [code: string, name: string]>;

/** A document's code of the catalogue; one that `documents` does not know stays a code of the system's own list `scheme`. */
export function documentCode(scheme: string, local: string, documents: DocumentNames): Code {
  const [code, name] = documents.get(local) ?? [];
  if (code === undefined || name === undefined) return openCode(scheme, local);
  return { scheme: DOCUMENT_CODES.scheme, code, name };
}
