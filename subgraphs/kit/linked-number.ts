/** The kinds of number by which departments know their records of a case. */
export const LINKED_NUMBER_KINDS = [
  'POLICE_CASE_NO',
  'ACCEPTANCE_NO',
  'COURT_CASE_NO',
  'LEGAL_AID_ID',
  'NOTARIAL_CERTIFICATE',
  /** A package that was delivered to the procuratorate and is not accepted yet, by the procuratorate's key of it. */
  'INCOMING_TRANSFER',
] as const;
export type LinkedNumberKind = (typeof LINKED_NUMBER_KINDS)[number];

/** A number among those of all departments, as one subgraph refers to it before another: its kind, a space, the number. */
export function linkedNumberKey(kind: LinkedNumberKind, number: string): string {
  return `${kind} ${number}`;
}

/** The numbers of one kind among such keys. */
export function numbersOfKind(keys: readonly string[], kind: LinkedNumberKind): string[] {
  const prefix = linkedNumberKey(kind, '');
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** Kind and number of such a key; `null` for anything else. */
export function parseLinkedNumberKey(key: string): { kind: LinkedNumberKind; number: string } | null {
  const kind = LINKED_NUMBER_KINDS.find((each) => key.startsWith(linkedNumberKey(each, '')));
  return kind === undefined ? null : { kind, number: key.slice(kind.length + 1) };
}
