import { departmentOfAgency } from '#schema/agencies.ts';
import { ownNumber, type PlacedRecord } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** What the records state of their hand-overs, in place of what they stated before; of one that states nothing it stays. */
export async function writeTransfers(statements: Statements, placed: readonly PlacedRecord[]): Promise<void> {
  const stated = placed.map(({ record }) => record).filter(({ transfers }) => transfers !== undefined);
  if (stated.length === 0) return;
  const rows = stated.flatMap(({ kind: record_kind, recordNo: record_no, transfers = [] }) =>
    transfers.flatMap(({ transferKey, sentOn, receivedOn, dueOn, answeredOn, ...transfer }) => {
      const [from_department, to_department] = [transfer.from, transfer.to].map(departmentOfAgency);
      // Of an agency that the directory does not have, nobody knows where to count it.
      if (!from_department || !to_department) return [];
      return {
        ...{ record_kind, record_no, transfer_key: transferKey, kind: transfer.kind, round: transfer.round },
        ...{ from_agency: transfer.from, to_agency: transfer.to, from_department, to_department },
        ...{ sent_on: sentOn, received_on: receivedOn, due_on: dueOn, answered_on: answeredOn },
      };
    }),
  );
  await statements.rows('writeTransfers', WRITE, [JSON.stringify(stated.map(ownNumber)), JSON.stringify(rows)]);
}

const WRITE = `
  WITH stated AS (
    SELECT DISTINCT ON (record_kind, record_no, transfer_key) *
      FROM jsonb_to_recordset($2) AS r (record_kind text, record_no text, transfer_key text, kind text, round smallint,
           from_agency text, to_agency text, from_department text, to_department text, sent_on date, received_on date,
           due_on date, answered_on date)
  ), gone AS (
    DELETE FROM registry.transfers t
     USING jsonb_to_recordset($1) AS r (kind text, number text)
     WHERE t.record_kind = r.kind AND t.record_no = r.number
       AND (t.record_kind, t.record_no, t.transfer_key) NOT IN (SELECT record_kind, record_no, transfer_key FROM stated)
  )
  INSERT INTO registry.transfers AS known (record_kind, record_no, transfer_key, kind, round, from_agency, to_agency,
         from_department, to_department, sent_on, received_on, due_on, answered_on)
  SELECT record_kind, record_no, transfer_key, kind, round, from_agency, to_agency, from_department, to_department,
         sent_on, received_on, due_on, answered_on
    FROM stated
  ON CONFLICT (record_kind, record_no, transfer_key) DO UPDATE
     SET kind = excluded.kind, round = excluded.round, from_agency = excluded.from_agency,
         to_agency = excluded.to_agency, from_department = excluded.from_department,
         to_department = excluded.to_department, sent_on = excluded.sent_on, received_on = excluded.received_on,
         due_on = excluded.due_on, answered_on = excluded.answered_on
   WHERE (known.kind, known.round, known.from_agency, known.to_agency, known.from_department, known.to_department,
          known.sent_on, known.received_on, known.due_on, known.answered_on)
         IS DISTINCT FROM (excluded.kind, excluded.round, excluded.from_agency, excluded.to_agency,
          excluded.from_department, excluded.to_department, excluded.sent_on, excluded.received_on, excluded.due_on,
          excluded.answered_on)`;
