import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';
import type { SystemName } from '#schema/departments.ts';
import { encryptDisplayName } from '#subgraphs/casework/registry/display-name.ts';
import { partyUids } from '#subgraphs/casework/registry/writer/party-identity.ts';
import type { PlacedRecord } from '#subgraphs/casework/registry/writer/place-records.ts';
import type { IngestedParty } from '#subgraphs/kit/ingested-record.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

export interface PartyKeys {
  /** Encrypts names (`registry-encryption` of auth/keys). */
  readonly encryptionKey: KeyObject;
  /** Makes the parties' opaque ids (`opaque-id` of auth/keys). */
  readonly opaqueIdKey: KeyObject;
}

/** What each record says of each of its parties, instead of what it said before. A name is encrypted anew only where it has changed. */
export async function writePartyKeys(
  statements: Statements,
  keys: PartyKeys,
  system: SystemName,
  placed: readonly PlacedRecord[],
): Promise<void> {
  const digestKey = nameDigestKey(keys.encryptionKey);
  const rows = placed.flatMap((each) => statementsOf(keys, digestKey, each));
  const records = placed.map(({ record: { kind, recordNo } }) => ({ record_kind: kind, record_no: recordNo }));
  await statements.rows(
    'writePartyKeys',
    `WITH stated AS (
       SELECT * FROM jsonb_to_recordset($1) AS r (party_uid text, key text, record_kind text, record_no text,
              position smallint, person_uid text, role text, legal_status text,
              legal_status_since date, minor_at_offence boolean, protected_identity boolean, display_name text, name_digest text)
     ), ended AS (
       DELETE FROM registry.party_keys k USING jsonb_to_recordset($2) AS r (record_kind text, record_no text)
        WHERE k.record_kind = r.record_kind AND k.record_no = r.record_no
          AND (k.party_uid, k.key) NOT IN (SELECT party_uid, key FROM stated)
     )
     INSERT INTO registry.party_keys AS known (party_uid, system, key, record_kind, record_no, position, person_uid, role,
            legal_status, legal_status_since, minor_at_offence, protected_identity, display_name_encrypted, name_digest)
     SELECT DISTINCT ON (party_uid, key) party_uid, $3, key, record_kind, record_no, position, person_uid, role,
            legal_status, legal_status_since, minor_at_offence, protected_identity, decode(display_name, 'hex'),
            decode(name_digest, 'hex')
       FROM stated
      ORDER BY party_uid, key, position
     ON CONFLICT (party_uid, system, key) DO UPDATE
        SET record_kind = excluded.record_kind, record_no = excluded.record_no, position = excluded.position,
            person_uid = excluded.person_uid, role = excluded.role, legal_status = excluded.legal_status,
            legal_status_since = excluded.legal_status_since,
            minor_at_offence = excluded.minor_at_offence, protected_identity = excluded.protected_identity,
            display_name_encrypted = CASE WHEN known.name_digest = excluded.name_digest
                                          THEN known.display_name_encrypted ELSE excluded.display_name_encrypted END,
            name_digest = excluded.name_digest, taken_at = now()
      WHERE (known.record_kind, known.record_no, known.position, known.person_uid, known.role, known.legal_status,
             known.legal_status_since, known.minor_at_offence, known.protected_identity, known.name_digest)
            IS DISTINCT FROM (excluded.record_kind, excluded.record_no, excluded.position, excluded.person_uid,
             excluded.role, excluded.legal_status, excluded.legal_status_since, excluded.minor_at_offence,
             excluded.protected_identity, excluded.name_digest)`,
    [JSON.stringify(rows), JSON.stringify(records), system],
  );
}

function statementsOf({ encryptionKey, opaqueIdKey }: PartyKeys, digestKey: Buffer, { caseUid, record }: PlacedRecord) {
  const uids = partyUids(opaqueIdKey, caseUid, record.parties);
  return record.parties.map((party: IngestedParty, position) => {
    const partyUid = uids[position] ?? '';
    return {
      party_uid: partyUid,
      key: party.partyKey,
      record_kind: record.kind,
      record_no: record.recordNo,
      position,
      person_uid: party.personUid,
      role: party.role,
      legal_status: party.legalStatus,
      legal_status_since: party.legalStatusSince ?? null,
      minor_at_offence: party.minorAtOffence,
      protected_identity: party.protectedIdentity,
      display_name: encryptDisplayName(encryptionKey, partyUid, party.displayName).toString('hex'),
      name_digest: createHmac('sha256', digestKey).update(`${caseUid} ${party.displayName}`).digest('hex'),
    };
  });
}

/** Of its own purpose (RFC 5869), so that the key that encrypts does nothing else. */
function nameDigestKey(encryptionKey: KeyObject): Buffer {
  return Buffer.from(hkdfSync('sha256', encryptionKey, '', 'registry.party_keys.name_digest', 32));
}
