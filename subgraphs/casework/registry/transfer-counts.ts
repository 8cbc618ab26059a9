import { DEPARTMENT } from '#schema/enums/department.ts';
import { TRANSFER_KIND } from '#schema/enums/transfer-kind.ts';
import type { TransferCount, TransferDays } from '#subgraphs/casework/registry/registry.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/**
 * A case counts unless it is sealed, or a department has told since of a seal or a label (`decision_facts`): no later decision stands
 * between these counts and who asks.
 * `own`: a hand-over once for each department that recorded it, though several of its records hold it. `once`: the two sides' copies
 * (`lists/distinct-transfers.ts`) are one, and the receiver's word counts; what one department lists twice is two.
 */
const COUNTS = `
  WITH own AS (
    SELECT DISTINCT ON (r.case_uid, r.department, t.transfer_key) t.*, r.case_uid, r.department
      FROM registry.transfers t
      JOIN registry.records r ON r.kind = t.record_kind AND r.record_no = t.record_no
      JOIN registry.cases c USING (case_uid)
     WHERE t.sent_on BETWEEN $1 AND $2 AND NOT c.sealed
       AND NOT EXISTS (SELECT FROM registry.decision_facts f
                        WHERE f.case_uid = c.case_uid AND (f.facts @> '{"sealed": true}' OR f.facts @> '{"labelled": true}'))
     ORDER BY r.case_uid, r.department, t.transfer_key, t.record_kind, t.record_no
  ), listed AS (
    SELECT own.*, row_number() OVER (PARTITION BY case_uid, department, kind, round, from_agency, to_agency, sent_on
                                         ORDER BY transfer_key) AS place
      FROM own
  ), once AS (
    SELECT DISTINCT ON (case_uid, kind, round, from_agency, to_agency, sent_on, place) listed.*,
           coalesce(coalesce(answered_on, $3::date) > due_on, false) AS is_overdue
      FROM listed
     ORDER BY case_uid, kind, round, from_agency, to_agency, sent_on, place, department = to_department DESC, department
  )
  SELECT kind, from_department AS "fromDept", to_department AS "toDept",
         count(*)::int AS total,
         count(DISTINCT case_uid)::int AS cases,
         count(*) FILTER (WHERE is_overdue)::int AS overdue,
         count(DISTINCT case_uid) FILTER (WHERE is_overdue)::int AS "overdueCases",
         count(DISTINCT case_uid) FILTER (WHERE NOT is_overdue)::int AS "inTimeCases",
         ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY received_on - sent_on))::int AS "medianDays",
         count(DISTINCT case_uid) FILTER (WHERE received_on IS NOT NULL)::int AS "receivedCases"
    FROM once
   GROUP BY kind, from_department, to_department
   ORDER BY array_position($4::text[], kind), array_position($5::text[], from_department),
            array_position($5::text[], to_department)`;

export function transferCounts(database: Statements, { from, to, today }: TransferDays): Promise<TransferCount[]> {
  const order = [Object.keys(TRANSFER_KIND), Object.keys(DEPARTMENT)];
  return database.rows<TransferCount>('transferCounts', COUNTS, [from, to, today, ...order]);
}
