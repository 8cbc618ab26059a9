import type { Grant, Party } from '#subgraphs/access/grants/grant.ts';
import {
  type Account,
  accountOfUser,
  accountsPage,
  type StatedAccount,
  takeOverAccounts,
} from '#subgraphs/access/store/accounts.ts';
import { type GrantFilter, type GrantPage, grantsLiveAt, grantsPage } from '#subgraphs/access/store/grant-lists.ts';
import { type Acted, type ActKey, actOnce, type GrantActs } from '#subgraphs/access/store/grants.ts';
import { alertSeparation } from '#subgraphs/access/store/separation-alert.ts';
import type { Database } from '#subgraphs/kit/postgres/database.ts';

/** Accounts and grants as the rest of the subgraph sees them. Each method throws DatabaseError. */
export interface AccessStore {
  /** Does an act on a grant once a key: see {@link actOnce}. */
  actOnce(key: ActKey, act: (acts: GrantActs) => Promise<string>): Promise<Acted>;
  /** Newest first; the status as of `now`. */
  grants(filter: GrantFilter, page: GrantPage, now: Date): Promise<Grant[]>;
  /** What lifts something for a case at an instant, past ones too: one applicant's, or everybody's. Always from the database. */
  grantsLiveAt(caseUid: string, at: Date, applicant?: Pick<Party, 'issuer' | 'subject'>): Promise<Grant[]>;
  accountOfUser(username: string): Promise<Account | null>;
  /** By user name, behind `after`; `agency` null for all. */
  accounts(agency: string | null, page: GrantPage): Promise<Account[]>;
  /** Takes over an issuer's accounts as its export states them, whole. */
  takeOverAccounts(issuer: string, stated: readonly StatedAccount[], now: Date): Promise<void>;
  /** Tells the security officer and the auditor of accounts whose roles may not stand together. */
  alertSeparation(subjects: readonly string[], now: Date): Promise<void>;
  /** Resolves when the database answers and its tables are there. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function createAccessStore(database: Database): AccessStore {
  return {
    actOnce: (key, act) => actOnce(database, key, act),
    grants: (filter, page, now) => grantsPage(database, filter, page, now),
    grantsLiveAt: (caseUid, at, applicant) => grantsLiveAt(database, caseUid, at, applicant ?? null),
    accountOfUser: (username) => accountOfUser(database, username),
    accounts: (agency, page) => accountsPage(database, agency, page),
    takeOverAccounts: (issuer, stated, now) => takeOverAccounts(database, issuer, stated, now),
    alertSeparation: (subjects, now) => alertSeparation(database, subjects, now),
    async ping() {
      await database.rows('ping', 'SELECT FROM access.grants LIMIT 0', []);
    },
    close: () => database.close(),
  };
}
