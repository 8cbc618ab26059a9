import type { XmlRecord } from '#adapters/soap/value.ts';
import { toCourtCaseNo } from '#adapters/systems/court-12368/mapping.ts';
import { requiredText } from '#adapters/systems/records/xml-fields.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

/** How a list of keys stands in a request (`<asked><key/>…</asked>`), and the records of the reply (`<list><record><key/>…`). */
export interface KeyKind<Key extends string> {
  readonly asked: string;
  readonly key: string;
  readonly list: string;
  readonly record: string;
  /** Of a record, as the port knows it. @throws UnreadableField */
  keyOf(record: XmlRecord): Key;
}

/** 案号, whatever brackets the court writes. */
export const BY_CASE: KeyKind<CourtCaseNo> = {
  ...{ asked: 'AHLB', key: 'AH', list: 'AJLB', record: 'AJ' },
  keyOf: toCourtCaseNo,
};

/** 工单编号 */
export const BY_TICKET: KeyKind<string> = {
  ...{ asked: 'GDBHLB', key: 'GDBH', list: 'GDLB', record: 'GD' },
  keyOf: (record) => requiredText(record, 'GDBH'),
};
