import { CASE_COLUMNS } from '#subgraphs/casework/registry/lookups.ts';
import type { CasePage, RegisteredCase } from '#subgraphs/casework/registry/registry.ts';
import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

/** A list's longest page, and one more to tell whether another follows. */
const MAX_FIRST = 501;

/** Each holder's page is read along its index: the first rows cost the same however many cases there are. */
const OF_HOLDERS = `
  WITH candidates AS (
    SELECT DISTINCT found.case_uid
      FROM unnest($1::text[]) AS asked (holder)
     CROSS JOIN LATERAL (
           SELECT DISTINCT a.case_uid
             FROM registry.decision_assignments a JOIN registry.cases c USING (case_uid)
            WHERE a.holder = asked.holder AND a.case_uid > $2
              AND NOT c.sealed AND ($3::text IS NULL OR c.current_stage = $3)
            ORDER BY a.case_uid
            LIMIT $4) found
     ORDER BY found.case_uid
     LIMIT $4)
  SELECT ${CASE_COLUMNS} FROM candidates JOIN registry.cases c USING (case_uid) ORDER BY c.case_uid`;

const OF_PERSON = `
  WITH candidates AS (
    SELECT DISTINCT p.case_uid
      FROM registry.parties p JOIN registry.cases c USING (case_uid)
     WHERE p.person_uid = $1 AND p.case_uid > $2
       AND NOT c.sealed AND ($3::text IS NULL OR c.current_stage = $3)
     ORDER BY p.case_uid
     LIMIT $4)
  SELECT ${CASE_COLUMNS} FROM candidates JOIN registry.cases c USING (case_uid) ORDER BY c.case_uid`;

export function casesOfHolder(database: Statements, holders: readonly string[], page: CasePage) {
  return casePage(database, 'casesOfHolder', OF_HOLDERS, holders, page);
}

export function casesOfPerson(database: Statements, personUid: string, page: CasePage) {
  return casePage(database, 'casesOfPerson', OF_PERSON, personUid, page);
}

async function casePage(
  database: Statements,
  name: string,
  text: string,
  whose: unknown,
  { stage, first, after }: CasePage,
): Promise<RegisteredCase[]> {
  if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST)
    throw new DatabaseError(REGISTRY_SCHEMA.name, name, 'FIRST_OUT_OF_RANGE');
  return database.rows<RegisteredCase>(name, text, [whose, after ?? '', stage, first]);
}
