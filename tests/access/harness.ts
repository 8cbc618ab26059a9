import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { signingPair } from '#auth/envelope/keys.fixture.ts';
import { createGrantsMaker } from '#auth/grants/sign.ts';
import { ROLES } from '#auth/policies/roles.ts';
import { AccessContext, type AccessParts } from '#subgraphs/access/context.ts';
import { ISSUER, minutesLater, NOW, PEOPLE } from '#subgraphs/access/grants/grants.fixture.ts';
import { type AccessStore, createAccessStore } from '#subgraphs/access/store/access-store.ts';
import { ACCESS_SCHEMA } from '#subgraphs/access/store/schema.ts';
import { accessSchema } from '#subgraphs/access/subgraph.ts';
import { auditInMemory } from '#subgraphs/kit/kit.fixture.ts';
import { type Database, openDatabase } from '#subgraphs/kit/postgres/database.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';
import { openServer } from '#tests/registry/server.ts';

export const ACCESS_KEY = await signingPair('envelope-access');
const account = (username: string, role: string, agency: string, staffNo: string): Principal => ({
  ...PEOPLE['proc.li'],
  ...{ subject: `sub-${username}`, username, roles: new Set([role]), agency, staffNo },
});

/** Those of the unit tests, and some more. */
export const USERS: Readonly<Record<string, Principal>> = {
  ...PEOPLE,
  'police.wang': account('police.wang', 'police.investigator', 'POLICE-379999', 'GA0001'),
  'police.fa': account('police.fa', 'police.legal_reviewer', 'POLICE-379999', 'GA0003'),
  'police.head': account('police.head', 'police.head', 'POLICE-379999', 'GA0010'),
  'court.clerk': account('court.clerk', 'court.clerk', 'COURT-379999', 'FY0003'),
  'lawyer.he': { ...account('lawyer.he', 'lawyer.defence', '31379999FAKE5LAW5B', ''), staffNo: null },
};

/** What the cases of a file work on. `now` is what the subgraph takes for the time. */
export interface Opened {
  url: string;
  database: Database;
  store: AccessStore;
  parts: AccessParts;
  now: Date;
  audit: ReturnType<typeof auditInMemory>;
}

/** Registers the hooks: one database a file, empty for each case, and the clock at {@link NOW}. */
export function withAccess(): Opened {
  const opened = {} as Opened;
  const server = openServer();
  beforeAll(async () => {
    const url = await server.freshDatabase();
    const database = await openDatabase(url, ACCESS_SCHEMA);
    const parts = {
      store: createAccessStore(database),
      grants: await createGrantsMaker(ACCESS_KEY.secret),
      limits: { unmaskDays: 30, recordCheckDays: 7 },
      auditCaseKey: createSecretKey(randomBytes(32)),
      now: () => opened.now,
    } as AccessParts;
    Object.assign(opened, { url, database, store: parts.store, parts });
  }, 30_000);
  afterAll(async () => {
    await opened.store.close();
    await server.close();
  });
  beforeEach(async () => {
    await empty(opened.database);
    Object.assign(opened, { now: NOW, audit: auditInMemory() });
  });
  return opened;
}

/** Takes everything out, past the triggers that keep it, on the connection that is open anyway. */
async function empty(database: Database): Promise<void> {
  await database.transaction('empty', async (statements) => {
    const tables = await statements.rows<{ name: string }>(
      'tables',
      "SELECT 'access.' || tablename AS name FROM pg_tables WHERE schemaname = 'access' AND tablename <> 'schema_version'",
      [],
    );
    const deletes = tables.map(({ name }) => `DELETE FROM ${name}`);
    await statements.rows('empty', ['SET LOCAL session_replication_role = replica', ...deletes].join(';'), []);
  });
}

export function envelopeOf(user: string, override: Partial<VerifiedEnvelope> = {}): VerifiedEnvelope {
  const principal = USERS[user];
  if (principal === undefined) throw new Error(`no such user: ${user}`);
  const [role = ''] = principal.roles;
  const purpose = ROLES[role]?.purposes[0] ?? null;
  return { signer: 'gateway', principal, purpose, onlyCase: null, requestId: 'r-1', operation: null, ...override };
}

export interface Answered {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

/** One question to the subgraph, with its decisions on record as its server would keep them. */
export async function ask(
  opened: Opened,
  envelope: VerifiedEnvelope,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answered> {
  const context = contextOf(opened, envelope);
  const { data = null, errors = [] } = await respond(
    { schema: accessSchema } as Subgraph,
    { query, variables },
    context,
  );
  if (errors.length === 0 || !opened.audit.state.isFull) context.writeAudit();
  const told = errors.map(
    (error: GraphQLError) => publicError(error) as { message: string; extensions: { code: string } },
  );
  return {
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> | null,
    codes: told.map(({ extensions }) => extensions.code),
    messages: told.map(({ message }) => message),
  };
}

export function contextOf(opened: Opened, envelope: VerifiedEnvelope): AccessContext {
  const context = new AccessContext(opened.parts, envelope, new RequestScope(envelope));
  context.keepAudit((records) => opened.audit.log.append(records));
  return context;
}

export { ISSUER, minutesLater, NOW };
