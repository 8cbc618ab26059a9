import type { KeyObject } from 'node:crypto';
import type { Clock } from '#schema/clock.ts';
import type { SystemName } from '#schema/departments.ts';
import { type Account, tieAccount } from '#subgraphs/casework/registry/accounts.ts';
import type { RegistryOptions } from '#subgraphs/casework/registry/postgres-registry.ts';
import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import { type AlertFigures, alertFigures } from '#subgraphs/casework/registry/writer/alerts.ts';
import { type Contents, contents } from '#subgraphs/casework/registry/writer/contents.ts';
import { deriveCases } from '#subgraphs/casework/registry/writer/derive.ts';
import { type Difference, noteDifferences } from '#subgraphs/casework/registry/writer/differences.ts';
import { alertUnwritable, attachFoundLink, type FoundLink } from '#subgraphs/casework/registry/writer/found-link.ts';
import { type Ingest, ingestPage, type PageOptions } from '#subgraphs/casework/registry/writer/ingest-page.ts';
import { type IngestFigures, ingestRecords } from '#subgraphs/casework/registry/writer/ingest-records.ts';
import { lockLinks, type Withdrawal, withdrawLinks } from '#subgraphs/casework/registry/writer/links.ts';
import type { LinkedNumber } from '#subgraphs/casework/registry/writer/place-records.ts';
import { createPositions, type Positions } from '#subgraphs/casework/registry/writer/positions.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import { openDatabase } from '#subgraphs/kit/postgres/database.ts';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

export interface WriterOptions extends RegistryOptions {
  /** 256 bits, for the parties' opaque ids (`opaque-id` of auth/keys). */
  readonly opaqueIdKey: KeyObject;
  /** Its year stands in minted caseUids. */
  readonly clock: Clock;
}

/** What writes the registry. A call is one transaction, and calls that write links wait for each other. Throws `DatabaseError`. */
export interface RegistryWriter extends Positions {
  /**
   * Takes in a page of a system's records. Doing so again changes nothing but what the system states differently, and in whatever order
   * records come, the same cases come of it. Labelled records are refused with an alert; a seal is taken over at once and never lifted; a
   * number that belongs to another case stays there, which is noted; a link that was withdrawn is not brought back. A record that the
   * database cannot hold is passed over with an alert.
   */
  ingestRecords(system: SystemName, records: readonly IngestedRecord[], options?: PageOptions): Promise<IngestFigures>;
  /** Links a number that was found on demand; false where it may not, or cannot, be linked ({@link attachFoundLink}). */
  attachFoundLink(caseUid: string, found: FoundLink, provenance: string): Promise<boolean>;
  /** Notes what systems state otherwise than a fact's owner, or than the law computes. */
  noteDifferences(differences: readonly Difference[]): Promise<void>;
  /** Takes a wrong link back and keeps who did so and why. Resolves to its case, or null where there is no such link. */
  withdrawLink(link: LinkedNumber & Withdrawal): Promise<string | null>;
  /** Ties an account to a person, after an identity check. */
  tieAccount(account: Account): Promise<void>;
  /** Does a sync's work, unless another sync is at work on this database, in whatever process: then null. */
  alone<Result>(work: () => Promise<Result>): Promise<Result | null>;
  /** Lets the database plan by what has been read in. */
  refreshStatistics(): Promise<void>;
  /** How much the registry holds. */
  contents(): Promise<Contents>;
  /** What ingest raised alerts about. */
  alerts(): Promise<AlertFigures[]>;
  /** Statements run so far, by name. */
  countStatements(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Any number, as long as nothing else in the database locks by it. */
export const SYNC_LOCK = 3_799_990_003;
const TABLES = [
  ...['cases', 'case_numbers', 'records', 'parties', 'party_keys', 'decision_facts', 'decision_assignments'],
  'transfers',
];

/** Brings the database up to date, then opens a pool on it. */
export async function createRegistryWriter({ databaseUrl, clock, ...keys }: WriterOptions): Promise<RegistryWriter> {
  const database = await openDatabase(databaseUrl, REGISTRY_SCHEMA);
  const ingest: Ingest = (statements, ...records) =>
    ingestRecords(statements, keys, clock.today().slice(0, 4), ...records);
  return {
    ...createPositions(database),
    ingestRecords: (system, records, options = {}) => ingestPage(database, ingest, system, records, options),
    attachFoundLink: (caseUid, found, provenance) =>
      database
        .transaction('attachFoundLink', (statements) => attachFoundLink(statements, keys, caseUid, found, provenance))
        .catch(async (error: unknown) => {
          if (!(error instanceof DatabaseError && error.isOfValues)) throw error;
          await alertUnwritable(database, found.kind);
          return false;
        }),
    noteDifferences: (differences) => noteDifferences(database, differences),
    withdrawLink: ({ kind, number, ...withdrawal }) =>
      database.transaction('withdrawLink', async (statements) => {
        await lockLinks(statements);
        const caseUids = await withdrawLinks(statements, [{ kind, number }], withdrawal);
        await deriveCases(statements, caseUids);
        return caseUids[0] ?? null;
      }),
    tieAccount: (account) => tieAccount(database, account),
    alone: (work) => database.alone('alone', SYNC_LOCK, work),
    async refreshStatistics() {
      // One by one: each has the whole time that a statement has.
      for (const name of TABLES) await database.rows('refreshStatistics', `ANALYZE registry.${name}`, []);
    },
    contents: () => contents(database),
    alerts: () => alertFigures(database),
    countStatements: () => database.counts(),
    close: () => database.close(),
  };
}
