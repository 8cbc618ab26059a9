import type { KeyObject } from 'node:crypto';
import type { Statements } from '#subgraphs/casework/registry/database.ts';
import { decryptDisplayName } from '#subgraphs/casework/registry/display-name.ts';
import type { CaseNumberKind, RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';

const CASE_COLUMNS = `
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

export async function casesByNumbers(
  database: Statements,
  kind: CaseNumberKind,
  numbers: readonly string[],
): Promise<Map<string, RegisteredCase>> {
  const [text, values] = kind === 'CASE_UID' ? [BY_UID, [numbers]] : [BY_NUMBER, [numbers, kind]];
  const name = kind === 'CASE_UID' ? 'casesByUid' : 'casesByNumber';
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
