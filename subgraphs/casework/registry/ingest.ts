import type { KeyObject } from 'node:crypto';
import { Database, type Statements } from '#subgraphs/casework/registry/database.ts';
import { encryptDisplayName } from '#subgraphs/casework/registry/display-name.ts';
import { migrate } from '#subgraphs/casework/registry/migrate.ts';
import type { RegistryOptions } from '#subgraphs/casework/registry/postgres-registry.ts';
import type { RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import { RegistryError } from '#subgraphs/casework/registry/registry-error.ts';

/** A case as one source states it; numbers in canonical spelling, parties in the source's order. */
export interface IngestedCase extends RegisteredCase {
  readonly parties: readonly RegisteredParty[];
}

export interface Ingest {
  /**
   * Writes the cases, all or none. Doing so again changes nothing but what the source states differently: it adds numbers,
   * parties and keys and never removes any, never opens a seal, and never brings back a link that was withdrawn. Throws
   * `RegistryError` NUMBER_LINKED_ELSEWHERE if a number belongs to another case: which is right, a person decides.
   */
  ingestCases(provenance: string, cases: readonly IngestedCase[]): Promise<void>;
  /** Digest of what a source last brought, by {@link noteContent}; null for a new source. */
  contentOf(source: string): Promise<string | null>;
  noteContent(source: string, digest: string): Promise<void>;
  close(): Promise<void>;
}

/** The registry's writer. Brings the database up to date first. */
export async function createIngest({ databaseUrl, encryptionKey }: RegistryOptions): Promise<Ingest> {
  await migrate(databaseUrl);
  const database = new Database(databaseUrl);
  return {
    ingestCases: (provenance, cases) =>
      database.transaction('ingestCases', async (statements) => {
        await writeCases(statements, provenance, cases);
        await writeNumbers(statements, provenance, cases);
        await writeParties(statements, provenance, cases, encryptionKey);
      }),
    async contentOf(source) {
      const [row] = await database.rows<{ digest: string }>(
        'contentOf',
        'SELECT digest FROM registry.ingested_content WHERE source = $1',
        [source],
      );
      return row?.digest ?? null;
    },
    async noteContent(source, digest) {
      await database.rows(
        'noteContent',
        `INSERT INTO registry.ingested_content (source, digest) VALUES ($1, $2)
         ON CONFLICT (source) DO UPDATE SET digest = excluded.digest, ingested_at = now()`,
        [source, digest],
      );
    },
    close: () => database.close(),
  };
}

async function writeCases(statements: Statements, provenance: string, cases: readonly IngestedCase[]): Promise<void> {
  await statements.rows(
    'writeCases',
    `INSERT INTO registry.cases (case_uid, kind, current_stage, sealed, provenance)
     SELECT r."caseUid", r.kind, r."currentStage", r.sealed, $2
       FROM jsonb_to_recordset($1) AS r ("caseUid" text, kind text, "currentStage" text, sealed boolean)
     ON CONFLICT (case_uid) DO UPDATE
        SET kind = excluded.kind, current_stage = excluded.current_stage,
            sealed = cases.sealed OR excluded.sealed, updated_at = now()`,
    [JSON.stringify(cases.map(({ numbers, parties, ...rest }) => rest)), provenance],
  );
}

async function writeNumbers(statements: Statements, provenance: string, cases: readonly IngestedCase[]): Promise<void> {
  const numbers = JSON.stringify(
    cases.flatMap(({ caseUid, numbers }) => numbers.map((number) => ({ caseUid, ...number }))),
  );
  await statements.rows(
    'writeNumbers',
    `INSERT INTO registry.case_numbers (kind, number, case_uid, provenance)
     SELECT r.kind, r.number, r."caseUid", $2
       FROM jsonb_to_recordset($1) AS r (kind text, number text, "caseUid" text)
      WHERE NOT EXISTS (SELECT FROM registry.case_numbers w
                         WHERE w.kind = r.kind AND w.number = r.number AND w.case_uid = r."caseUid"
                           AND w.withdrawn_at IS NOT NULL)
     ON CONFLICT (kind, number) WHERE withdrawn_at IS NULL DO NOTHING`,
    [numbers, provenance],
  );
  const elsewhere = await statements.rows(
    'numbersLinkedElsewhere',
    `SELECT 1
       FROM jsonb_to_recordset($1) AS r (kind text, number text, "caseUid" text)
       JOIN registry.case_numbers n ON n.kind = r.kind AND n.number = r.number AND n.withdrawn_at IS NULL
      WHERE n.case_uid <> r."caseUid"
      LIMIT 1`,
    [numbers],
  );
  if (elsewhere.length > 0) throw new RegistryError('ingestCases', 'NUMBER_LINKED_ELSEWHERE');
}

async function writeParties(
  statements: Statements,
  provenance: string,
  cases: readonly IngestedCase[],
  key: KeyObject,
): Promise<void> {
  const parties = cases.flatMap(({ caseUid, parties }) =>
    parties.map(({ keys, displayName, ...party }, position) => {
      const encryptedName = encryptDisplayName(key, party.partyUid, displayName).toString('hex');
      return { ...party, caseUid, position, encryptedName };
    }),
  );
  await statements.rows(
    'writeParties',
    `INSERT INTO registry.parties (party_uid, case_uid, position, person_uid, role, legal_status, minor_at_offence,
                                   protected_identity, display_name_encrypted, provenance)
     SELECT r."partyUid", r."caseUid", r.position, r."personUid", r.role, r."legalStatus", r."minorAtOffence",
            r."protectedIdentity", decode(r."encryptedName", 'hex'), $2
       FROM jsonb_to_recordset($1) AS r ("partyUid" text, "caseUid" text, position smallint, "personUid" text, role text,
            "legalStatus" text, "minorAtOffence" boolean, "protectedIdentity" boolean, "encryptedName" text)
     ON CONFLICT (party_uid) DO UPDATE
        SET position = excluded.position, role = excluded.role, legal_status = excluded.legal_status,
            minor_at_offence = excluded.minor_at_offence, protected_identity = excluded.protected_identity,
            display_name_encrypted = excluded.display_name_encrypted, updated_at = now()`,
    [JSON.stringify(parties), provenance],
  );
  const keys = cases.flatMap(({ parties }) =>
    parties.flatMap(({ partyUid, keys }) => keys.map((partyKey) => ({ partyUid, ...partyKey }))),
  );
  await statements.rows(
    'writePartyKeys',
    `INSERT INTO registry.party_keys (party_uid, system, key)
     SELECT r."partyUid", r.system, r.key
       FROM jsonb_to_recordset($1) AS r ("partyUid" text, system text, key text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(keys)],
  );
}
