import type { KeyObject } from 'node:crypto';
import { decryptDisplayName } from '#subgraphs/casework/registry/display-name.ts';
import type { LinkedNumberKind, RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Of `registry.cases c`, as {@link RegisteredCase}. */
export const CASE_COLUMNS = `
  c.case_uid AS "caseUid", c.kind, c.current_stage AS "currentStage", c.sealed,
  (SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'number', n.number) ORDER BY n.id), '[]')
     FROM registry.case_numbers n
    WHERE n.case_uid = c.case_uid AND n.withdrawn_at IS NULL) AS numbers`;

const BY_UID = `
  SELECT c.case_uid AS asked, ${CASE_COLUMNS}
    FROM registry.cases c
   WHERE c.case_uid = ANY ($1)`;

const BY_NUMBER = `
  SELECT asked.number AS asked, ${CASE_COLUMNS}
    FROM registry.case_numbers asked JOIN registry.cases c USING (case_uid)
   WHERE asked.kind = $2 AND asked.number = ANY ($1) AND asked.withdrawn_at IS NULL`;

const BY_PARTY_UID = `
  SELECT p.party_uid AS asked, ${CASE_COLUMNS}
    FROM registry.parties p JOIN registry.cases c USING (case_uid)
   WHERE p.party_uid = ANY ($1)`;

const BY_PARTY_KEY = `
  SELECT k.key AS asked, ${CASE_COLUMNS}
    FROM registry.party_keys k JOIN registry.parties p USING (party_uid) JOIN registry.cases c USING (case_uid)
   WHERE k.key = ANY ($1)`;

type CaseMap = Promise<Map<string, RegisteredCase>>;

export function casesByNumbers(
  database: Statements,
  kind: 'CASE_UID' | LinkedNumberKind,
  numbers: readonly string[],
): CaseMap {
  return kind === 'CASE_UID'
    ? caseMap(database, 'casesByUid', BY_UID, [numbers])
    : caseMap(database, 'casesByNumber', BY_NUMBER, [numbers, kind]);
}

export function casesByPartyUids(database: Statements, partyUids: readonly string[]): CaseMap {
  return caseMap(database, 'casesByPartyUids', BY_PARTY_UID, [partyUids]);
}

export function casesByPartyKeys(database: Statements, keys: readonly string[]): CaseMap {
  return caseMap(database, 'casesByPartyKeys', BY_PARTY_KEY, [keys]);
}

async function caseMap(database: Statements, name: string, text: string, values: readonly unknown[]): CaseMap {
  const rows = await database.rows<RegisteredCase & { asked: string }>(name, text, values);
  return new Map(rows.map(({ asked, ...found }) => [asked, found]));
}

type PartyRow = Omit<RegisteredParty, 'displayName'> & { caseUid: string; encryptedName: Buffer };

const PARTIES = `
  SELECT p.case_uid AS "caseUid", p.party_uid AS "partyUid", p.person_uid AS "personUid", p.role,
         p.legal_status AS "legalStatus", p.minor_at_offence AS "minorAtOffence",
         p.protected_identity AS "protectedIdentity", p.display_name_encrypted AS "encryptedName",
         (SELECT coalesce(json_agg(json_build_object('system', k.system, 'key', k.key) ORDER BY k.system, k.key), '[]')
            FROM registry.party_keys k
           WHERE k.party_uid = p.party_uid) AS keys
    FROM registry.parties p
   WHERE p.case_uid = ANY ($1)
   ORDER BY p.position, p.party_uid`;

export async function partiesByCases(
  database: Statements,
  key: KeyObject,
  caseUids: readonly string[],
): Promise<Map<string, RegisteredParty[]>> {
  const rows = await database.rows<PartyRow>('partiesByCases', PARTIES, [caseUids]);
  const groups = Map.groupBy(rows, (row) => row.caseUid);
  return new Map([...groups].map(([caseUid, group]) => [caseUid, group.map((row) => toParty(key, row))]));
}

function toParty(key: KeyObject, { caseUid: _, encryptedName, ...party }: PartyRow): RegisteredParty {
  return { ...party, displayName: decryptDisplayName(key, party.partyUid, encryptedName) };
}
