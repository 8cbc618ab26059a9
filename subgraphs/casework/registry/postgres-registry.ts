import type { KeyObject } from 'node:crypto';
import { accountOf } from '#subgraphs/casework/registry/accounts.ts';
import { casesOfHolder, casesOfPerson } from '#subgraphs/casework/registry/case-lists.ts';
import { caseOfTransfer } from '#subgraphs/casework/registry/case-of-transfer.ts';
import { factsOf, saveFacts } from '#subgraphs/casework/registry/facts.ts';
import { leftOutOf, noteLeftOutSearch } from '#subgraphs/casework/registry/left-out.ts';
import { noteSearch, searchedSince } from '#subgraphs/casework/registry/link-searches.ts';
import {
  casesByNumbers,
  casesByPartyKeys,
  casesByPartyUids,
  partiesByCases,
} from '#subgraphs/casework/registry/lookups.ts';
import { noticesOf } from '#subgraphs/casework/registry/notices.ts';
import type { Registry } from '#subgraphs/casework/registry/registry.ts';
import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import { transferCounts } from '#subgraphs/casework/registry/transfer-counts.ts';
import { openDatabase } from '#subgraphs/kit/postgres/database.ts';

export interface RegistryOptions {
  readonly databaseUrl: string;
  /** 256 bits, for the display names (`registry-encryption` of auth/keys). */
  readonly encryptionKey: KeyObject;
}

/** The registry on PostgreSQL. Each method is one statement, whatever is known and however long the list, and throws `DatabaseError`. */
export interface PostgresRegistry extends Registry {
  /** Statements run so far, by the name of the method. */
  countLookups(): Readonly<Record<string, number>>;
}

/** Brings the database up to date, then opens a pool on it. */
export async function createRegistry({ databaseUrl, encryptionKey }: RegistryOptions): Promise<PostgresRegistry> {
  const database = await openDatabase(databaseUrl, REGISTRY_SCHEMA);
  return {
    casesByNumbers: (kind, numbers) => casesByNumbers(database, kind, numbers),
    casesByPartyKeys: (keys) => casesByPartyKeys(database, keys),
    casesByPartyUids: (partyUids) => casesByPartyUids(database, partyUids),
    casesOfHolder: (holders, page) => casesOfHolder(database, holders, page),
    casesOfPerson: (personUid, page) => casesOfPerson(database, personUid, page),
    partiesByCases: (caseUids) => partiesByCases(database, encryptionKey, caseUids),
    saveFacts: (caseUid, facts) =>
      saveFacts(
        database,
        facts.map((each) => ({ caseUid, facts: each })),
      ),
    factsOf: (caseUid, lifetimeMs) => factsOf(database, caseUid, lifetimeMs),
    noticesOf: (caseUid) => noticesOf(database, caseUid),
    caseOfTransfer: (system, key) => caseOfTransfer(database, system, key),
    transferCounts: (days) => transferCounts(database, days),
    accountOf: (issuer, subject) => accountOf(database, issuer, subject),
    noteSearch: (caseUid, kind) => noteSearch(database, caseUid, kind),
    searchedSince: (caseUid, kind, ms) => searchedSince(database, caseUid, kind, ms),
    leftOutOf: (holders, ms) => leftOutOf(database, holders, ms),
    noteLeftOutSearch: (holders, record) => noteLeftOutSearch(database, holders, record),
    async ping() {
      await database.rows('ping', 'SELECT FROM registry.cases LIMIT 0', []);
    },
    countLookups: () => database.counts(),
    close: () => database.close(),
  };
}
