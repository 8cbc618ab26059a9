import { UnreadableRecord } from '#adapters/systems/answers.ts';

/** The rows of a port's page, all of which can be read. */
export function readable<Row>(rows: readonly (Row | UnreadableRecord)[]): Row[] {
  return rows.map((row) => {
    if (row instanceof UnreadableRecord) throw row.error;
    return row;
  });
}
