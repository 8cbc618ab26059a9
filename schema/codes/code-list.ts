/** A code and what it was called, from `validFrom` to `validTo` (LegalDates, both included; null: open, or not recorded). */
export interface CodeEntry {
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface CodeList {
  readonly scheme: string;
  /** Chinese term first. */
  readonly title: string;
  /** The standard, rule or list that the entries are of, and how much of it is here. */
  readonly source: string;
  /** What a code of this list looks like. */
  readonly shape: RegExp;
  /** A code was given to something else later: out of its days it says nothing. @default false */
  readonly reusesCodes?: true;
  readonly entries: readonly CodeEntry[];
}

/** Whether an entry held on a day (LegalDate). */
export function heldOn({ validFrom, validTo }: CodeEntry, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

type Validity = Pick<CodeEntry, 'validFrom' | 'validTo'>;

/** Without recorded beginning or end. */
export const ALWAYS: Validity = { validFrom: null, validTo: null };
export const since = (validFrom: string): Validity => ({ validFrom, validTo: null });
export const until = (validTo: string): Validity => ({ validFrom: null, validTo });
export const between = (validFrom: string, validTo: string): Validity => ({ validFrom, validTo });

/** Entries of one validity from a text: `code name`, separated by semicolons or new lines. */
export function entries(scheme: string, validity: Validity, text: string): CodeEntry[] {
  return text
    .trim()
    .split(/\s*[;\n]\s*/)
    .map((line) => {
      const [code = '', ...name] = line.split(' ');
      return { scheme, code, name: name.join(' '), ...validity };
    });
}
