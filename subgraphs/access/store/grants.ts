import type { Grant, GrantEntry, Party } from '#subgraphs/access/grants/grant.ts';
import type { Change } from '#subgraphs/access/grants/life-cycle.ts';
import { GRANT_COLUMNS, type GrantRow, partyValues, toGrant } from '#subgraphs/access/store/grant-rows.ts';
import type { Database, Statements } from '#subgraphs/kit/postgres/database.ts';

/** What an act is known by when it is tried again: SM3 of the caller and the client's key, and of what was asked. */
export interface ActKey {
  readonly key: string;
  readonly digest: string;
}

/** What one act may do, within its transaction. */
export interface GrantActs {
  /** How many applications of an account wait for a decision at an instant. */
  waiting(applicant: Party, now: Date): Promise<number>;
  /** Keeps a new grant with the first line of its history. */
  add(grant: Omit<Grant, 'history'>, entry: GrantEntry): Promise<void>;
  /** The grant as it stands, held for this act alone until it is done; `null` where there is none. */
  hold(grantUid: string): Promise<Grant | null>;
  /** Keeps what becomes of a held grant. */
  change(grant: Grant, change: Change, entry: GrantEntry): Promise<void>;
}

/** `SAME`: done now or before under this key. `OTHER`: the key stood for something else, and nothing was done. */
export type Acted = { readonly was: 'SAME'; readonly grant: Grant } | { readonly was: 'OTHER' };

/**
 * Does an act once a key, whole or not at all: `act` resolves to the uid of its grant. Acts under one key wait for each other, and so do
 * acts on one grant. Throws what `act` throws, and DatabaseError.
 */
export function actOnce(database: Database, key: ActKey, act: (acts: GrantActs) => Promise<string>): Promise<Acted> {
  return database.transaction('act', async (statements) => {
    await statements.rows('lockKey', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key.key]);
    const [done] = await statements.rows<{ grantUid: string; digest: string }>(
      'actOfKey',
      `SELECT grant_uid AS "grantUid", request_digest AS digest FROM access.grant_history WHERE request_key = $1`,
      [key.key],
    );
    if (done !== undefined && done.digest !== key.digest) return { was: 'OTHER' };
    const grantUid = done?.grantUid ?? (await act(actsOf(statements, key)));
    const grant = await grantOf(statements, grantUid);
    if (grant === null) throw new Error('an act names the grant that it is about');
    return { was: 'SAME', grant };
  });
}

function actsOf(statements: Statements, key: ActKey): GrantActs {
  return {
    async waiting({ issuer, subject }, now) {
      const rows = await statements.rows(
        'waitingOf',
        `SELECT FROM access.grants
          WHERE (applicant_issuer, applicant_subject) = ($1, $2) AND state = 'REQUESTED' AND until > $3`,
        [issuer, subject, now],
      );
      return rows.length;
    },
    async add(grant, entry) {
      await statements.rows(
        'addGrant',
        `INSERT INTO access.grants (
           applicant_issuer, applicant_subject, applicant_username, applicant_agency, applicant_staff_no,
           grant_uid, kind, case_uid, fields, agency, purpose, reason, legal_basis, state, requested_at, until, live_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          ...partyValues(grant.applicant),
          grant.grantUid,
          grant.kind,
          grant.caseUid,
          grant.fields,
          grant.agency,
          grant.purpose,
          grant.reason,
          grant.legalBasis,
          grant.state,
          grant.requestedAt,
          grant.until,
          grant.liveFrom,
        ],
      );
      await addEntry(statements, key, grant.grantUid, entry);
    },
    async hold(grantUid) {
      await statements.rows('holdGrant', 'SELECT FROM access.grants WHERE grant_uid = $1 FOR UPDATE', [grantUid]);
      return grantOf(statements, grantUid);
    },
    async change({ grantUid }, { state, until, liveFrom, endedAt }, entry) {
      await statements.rows(
        'changeGrant',
        'UPDATE access.grants SET state = $2, until = $3, live_from = $4, ended_at = $5 WHERE grant_uid = $1',
        [grantUid, state, until, liveFrom, endedAt],
      );
      await addEntry(statements, key, grantUid, entry);
    },
  };
}

async function addEntry(
  statements: Statements,
  { key, digest }: ActKey,
  grantUid: string,
  { act, at, by, reason }: GrantEntry,
): Promise<void> {
  await statements.rows(
    'addEntry',
    `INSERT INTO access.grant_history (
       actor_issuer, actor_subject, actor_username, actor_agency, actor_staff_no,
       grant_uid, position, act, at, reason, request_key, request_digest)
     SELECT $1, $2, $3, $4, $5, $6, count(*), $7, $8, $9, $10, $11 FROM access.grant_history WHERE grant_uid = $6`,
    [...partyValues(by), grantUid, act, at, reason, key, digest],
  );
}

async function grantOf(statements: Statements, grantUid: string): Promise<Grant | null> {
  const [row] = await statements.rows<GrantRow>(
    'grantOf',
    `SELECT ${GRANT_COLUMNS} FROM access.grants g WHERE g.grant_uid = $1`,
    [grantUid],
  );
  return row === undefined ? null : toGrant(row);
}
