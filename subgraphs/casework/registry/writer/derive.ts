import type { SystemName } from '#schema/departments.ts';
import { CASE_KIND } from '#schema/enums/case-kind.ts';
import { STAGE } from '#schema/enums/stage.ts';
import { LEGAL_STATUS_STEPS } from '#schema/legal-status.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** A case that is also mediated is what it is without the mediation. */
const KINDS = [...Object.keys(CASE_KIND).filter((kind) => kind !== 'MEDIATION'), 'MEDIATION'];
const STAGES = Object.keys(STAGE);

/** Whose word on a party counts first. */
const CRIMINAL_OWNERS: readonly SystemName[] = ['police', '12309', '12368', 'legal-aid', 'notary'];
const OTHER_OWNERS: readonly SystemName[] = ['12368', 'legal-aid', 'notary', '12309', 'police'];

/**
 * Makes cases and their parties what their records state, whichever came first. A seal is taken over and never lifted; a party that no
 * record names any more is gone; a name, or a number of a person, that another system states otherwise is a notice for the agency of its owner.
 */
export async function deriveCases(statements: Statements, caseUids: readonly string[]): Promise<void> {
  if (caseUids.length === 0) return;
  await statements.rows('deriveCases', CASES, [caseUids, KINDS, STAGES]);
  await statements.rows('deriveParties', PARTIES, [caseUids, CRIMINAL_OWNERS, OTHER_OWNERS, LEGAL_STATUS_STEPS]);
  await statements.rows('deriveNotices', NOTICES, [caseUids, CRIMINAL_OWNERS, OTHER_OWNERS]);
}

const CASES = `
  WITH stated AS (
    SELECT r.case_uid, bool_or(r.sealed) AS sealed,
           (array_agg(r.case_kind ORDER BY array_position($2::text[], r.case_kind))
              FILTER (WHERE r.case_kind IS NOT NULL))[1] AS kind,
           (array_agg(r.stage ORDER BY array_position($3::text[], r.stage) DESC NULLS LAST)
              FILTER (WHERE r.stage IS NOT NULL))[1] AS stage
      FROM registry.records r
     WHERE r.case_uid = ANY ($1)
     GROUP BY r.case_uid
  ), derived AS (
    SELECT c.case_uid, coalesce(s.kind, c.kind) AS kind, coalesce(s.stage, c.current_stage) AS stage,
           c.sealed OR s.sealed AS sealed
      FROM registry.cases c JOIN stated s USING (case_uid))
  UPDATE registry.cases c
     SET kind = d.kind, current_stage = d.stage, sealed = d.sealed, updated_at = now()
    FROM derived d
   WHERE c.case_uid = d.case_uid
     AND (c.kind, c.current_stage, c.sealed) IS DISTINCT FROM (d.kind, d.stage, d.sealed)`;

/** What records say of the parties of $1: the owner's word is the first of each party, and stands beside the others. */
const STATED = `
  stated AS MATERIALIZED (
    SELECT k.*, r.case_uid, r.department, r.agency_code, row_number() OVER owner_first AS rank,
           first_value(k.system) OVER owner_first AS owner_system,
           first_value(k.name_digest) OVER owner_first AS owner_digest,
           first_value(r.agency_code) OVER owner_first AS owner_agency,
           row_number() OVER (PARTITION BY r.case_uid
             ORDER BY array_position(CASE WHEN c.kind = 'CRIMINAL' THEN $2::text[] ELSE $3::text[] END, k.system),
                      k.record_no, k.position, k.key) AS place
      FROM registry.records r
      JOIN registry.cases c USING (case_uid)
      JOIN registry.party_keys k ON k.record_kind = r.kind AND k.record_no = r.record_no
     WHERE r.case_uid = ANY ($1) AND c.case_uid = ANY ($1)
    WINDOW owner_first AS (PARTITION BY k.party_uid
             ORDER BY array_position(CASE WHEN c.kind = 'CRIMINAL' THEN $2::text[] ELSE $3::text[] END, k.system),
                      k.record_no, k.position, k.key))`;

const PARTIES = `
  WITH ${STATED}, merged AS (
    SELECT s.*, bool_or(minor_at_offence) OVER same_party AS any_minor, bool_or(protected_identity) OVER same_party AS any_protected,
           first_value(legal_status) OVER (PARTITION BY party_uid
             ORDER BY ($4::jsonb ->> legal_status)::int DESC, legal_status_since DESC NULLS LAST, legal_status) AS last_status
      FROM stated s
    WINDOW same_party AS (PARTITION BY party_uid)
  ), gone AS (
    DELETE FROM registry.parties p
     WHERE p.case_uid = ANY ($1) AND p.party_uid NOT IN (SELECT party_uid FROM stated)
  )
  INSERT INTO registry.parties AS known (party_uid, case_uid, position, person_uid, role, legal_status, minor_at_offence,
         protected_identity, display_name_encrypted, provenance)
  SELECT party_uid, case_uid, row_number() OVER (PARTITION BY case_uid ORDER BY place) - 1, person_uid, role,
         last_status, any_minor, any_protected, display_name_encrypted, system
    FROM merged
   WHERE rank = 1
  ON CONFLICT (party_uid) DO UPDATE
     SET position = excluded.position, person_uid = excluded.person_uid, role = excluded.role,
         legal_status = excluded.legal_status, minor_at_offence = excluded.minor_at_offence,
         protected_identity = excluded.protected_identity, display_name_encrypted = excluded.display_name_encrypted,
         provenance = excluded.provenance, updated_at = now()
   WHERE (known.position, known.person_uid, known.role, known.legal_status, known.minor_at_offence,
          known.protected_identity, known.display_name_encrypted, known.provenance)
         IS DISTINCT FROM (excluded.position, excluded.person_uid, excluded.role, excluded.legal_status,
          excluded.minor_at_offence, excluded.protected_identity, excluded.display_name_encrypted, excluded.provenance)`;

/** One number under two names; and one name under two numbers, each of which one system alone states. */
const NOTICES = `
  WITH ${STATED}, differing AS (
    SELECT case_uid, owner_agency AS agency_code, department, system, 'displayName' AS field
      FROM stated
     WHERE system <> owner_system AND name_digest <> owner_digest
    UNION
    SELECT owner.case_uid, owner.agency_code, other.department, other.system, 'idNumber'
      FROM stated owner
      JOIN stated other ON other.case_uid = owner.case_uid AND other.name_digest = owner.name_digest
                       AND other.role = owner.role AND other.system <> owner.system AND other.place > owner.place
     WHERE owner.rank = 1 AND other.party_uid <> owner.party_uid AND NOT owner.protected_identity AND NOT other.protected_identity
       AND NOT EXISTS (SELECT FROM stated s WHERE (s.party_uid, s.system) = (other.party_uid, owner.system))
       AND NOT EXISTS (SELECT FROM stated s WHERE (s.party_uid, s.system) = (owner.party_uid, other.system))
  ), gone AS (
    DELETE FROM registry.data_quality_notices n
     WHERE n.case_uid = ANY ($1) AND n.field IN ('displayName', 'idNumber')
       AND (n.case_uid, n.agency_code, n.department, n.system, n.field)
           NOT IN (SELECT case_uid, agency_code, department, system, field FROM differing)
  )
  INSERT INTO registry.data_quality_notices (case_uid, agency_code, department, system, field)
  SELECT case_uid, agency_code, department, system, field FROM differing
  ON CONFLICT DO NOTHING`;
