/** A party's key at a department, as casework keeps it: the record's number and the key within the record. */
export function partyKeyIn(recordNo: string, key: string): string {
  return `${recordNo}#${key}`;
}
