import type { XmlRecord } from '#adapters/soap/value.ts';
import { AGENCIES, OFFICES } from '#adapters/systems/procuratorate-12309/codes.ts';
import { toRecordNo } from '#adapters/systems/procuratorate-12309/mapping.ts';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { toAcceptanceNo } from '#adapters/systems/procuratorate-12309/review-mapping.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { requiredCode, requiredText } from '#adapters/systems/records/xml-fields.ts';
import type { AcceptanceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** How a list of keys stands in a request (`<list><key/>…</list>`), and each key in its record of the reply (`<record><key/>…`). */
export interface KeyKind<Key extends string> {
  readonly list: string;
  readonly key: string;
  readonly record: string;
  /** As the system writes it; `null` for one that it cannot know. */
  write(key: Key): string | null;
  /** Of a record, as the port knows it. @throws UnreadableField */
  keyOf(record: XmlRecord): Key;
}

const asItIs = (key: string) => key;

/** 部门受案号, whatever brackets the system writes; of a package that has none its own key. */
export const BY_RECORD: KeyKind<RecordNo> = {
  ...{ list: 'SAHLB', key: 'BMSAH', record: 'AJ' },
  write: asItIs,
  keyOf: toRecordNo,
};

/** 部门受案号 */
export const BY_CASE: KeyKind<AcceptanceNo> = {
  ...{ list: 'SAHLB', key: 'BMSAH', record: 'AJ' },
  write: asItIs,
  keyOf: toAcceptanceNo,
};

export const BY_POLICE_CASE: KeyKind<PoliceCaseNo> = {
  ...{ list: 'GALB', key: 'GAAJBH', record: 'GA' },
  write: asItIs,
  keyOf: (record) => readable('GAAJBH', policeCaseNo.parse(requiredText(record, 'GAAJBH'))),
};

/** 工单号 */
export const BY_TICKET: KeyKind<string> = {
  ...{ list: 'GDLB', key: 'GDH', record: 'GD' },
  write: asItIs,
  keyOf: (record) => requiredText(record, 'GDH'),
};

/** `agencyCode` of a procuratorate; the system has a code of its own for it. */
export const BY_OFFICE: KeyKind<string> = {
  ...{ list: 'DWLB', key: 'DWDM', record: 'DW' },
  write: (agencyCode) => OFFICES.get(agencyCode) ?? null,
  keyOf: (record) => requiredCode(record, 'DWDM', AGENCIES),
};
