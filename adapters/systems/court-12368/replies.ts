import type { XmlRecord } from '#adapters/soap/value.ts';
import type { KeyKind } from '#adapters/systems/court-12368/keys.ts';
import { recordsIn, requiredText } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Whether a reply is what it seems. All throw {@link UnreadableField}. */

/** As many as the reply says that it holds: a list that was cut must not pass for a short one. */
export function countedRecords(reply: XmlRecord, list: string, item: string): readonly XmlRecord[] {
  const records = recordsIn(reply, list, item);
  if (requiredText(reply, 'JLS') !== String(records.length)) {
    throw new UnreadableField('JLS', 'is not the number of records');
  }
  return records;
}

/** The records of a page that goes on after a key as it stands: no longer than asked for, none twice, and not the last one again. */
export function nextPage(
  reply: XmlRecord,
  { list, record: item, key }: KeyKind<string>,
  after: string | null,
  limit: number,
): readonly XmlRecord[] {
  const records = countedRecords(reply, list, item);
  const seen = new Set([after, ...records.map((record) => requiredText(record, key))]);
  if (records.length > limit || seen.size <= records.length) throw new UnreadableField('JLS', 'is of no next page');
  return records;
}
