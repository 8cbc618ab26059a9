import type { AcceptanceNo, CourtCaseNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';

interface Linked<Kind extends string, Value> {
  readonly kind: Kind;
  /** Canonical; `null` where what is written cannot be read. */
  readonly number: Value | null;
  readonly raw: string;
}

/** Another record's number, as this department wrote it down. */
export type LinkedNumber =
  | Linked<'POLICE_CASE_NO', PoliceCaseNo>
  | Linked<'ACCEPTANCE_NO', AcceptanceNo>
  | Linked<'COURT_CASE_NO', CourtCaseNo>;

/** No number written is no link. */
export function linkedNumber<Kind extends LinkedNumber['kind'], Value>(
  kind: Kind,
  { parse }: { parse(raw: string): Value | null },
  raw: string | null,
): Linked<Kind, Value>[] {
  return raw === null ? [] : [{ kind, number: parse(raw), raw }];
}
