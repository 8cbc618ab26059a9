import { AGENCIES, OFFICES } from '#adapters/systems/procuratorate-12309/codes.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import type { AcceptanceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** How a list of keys stands in a request (`<list><key/>…</list>`), and each key in its record of the reply (`<record><key/>…`). */
export interface KeyKind<Key extends string> {
  readonly list: string;
  readonly key: string;
  readonly record: string;
  /** As the system writes it; `null` for one that it cannot know. */
  write(key: Key): string | null;
  /** As the port knows it; `null` for a text that is none. */
  read(raw: string): Key | null;
}

const asItIs = (key: string) => key;

/** 部门受案号, whatever brackets the system writes. */
export const BY_CASE: KeyKind<AcceptanceNo> = {
  ...{ list: 'SAHLB', key: 'BMSAH', record: 'AJ' },
  write: asItIs,
  read: acceptanceNo.parse,
};

export const BY_POLICE_CASE: KeyKind<PoliceCaseNo> = {
  ...{ list: 'GALB', key: 'GAAJBH', record: 'GA' },
  write: asItIs,
  read: policeCaseNo.parse,
};

/** 工单号 */
export const BY_TICKET: KeyKind<string> = {
  ...{ list: 'GDLB', key: 'GDH', record: 'GD' },
  write: asItIs,
  read: asItIs,
};

/** `agencyCode` of a procuratorate; the system has a code of its own for it. */
export const BY_OFFICE: KeyKind<string> = {
  ...{ list: 'DWLB', key: 'DWDM', record: 'DW' },
  write: (agencyCode) => OFFICES.get(agencyCode) ?? null,
  read: (code) => AGENCIES.get(code) ?? null,
};
