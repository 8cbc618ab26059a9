import { createOracleConnector } from '#adapters/oracle/connector.ts';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { bindsIn } from './binds.ts';
import { callOf, type Means, TOOL } from './means.ts';
import { oracleOptions } from './options.ts';
import { queryOnly } from './query-only.ts';

/** `oracle …`: one query, its rows. @throws UsageError, BindError, DepartmentError */
export async function oracle(args: readonly string[], means: Means): Promise<readonly OracleRow[]> {
  const { connect, user, passwordFile, sql, binds, timeoutMs } = oracleOptions(args);
  const statement = { name: 'query', sql: queryOnly(sql) };
  const given = bindsIn(await means.input(binds));
  const connector = createOracleConnector({
    ...TOOL,
    connectString: connect,
    user,
    password: means.password(user, passwordFile),
    clientDir: means.env.ORACLE_CLIENT_DIR || null,
    limits: { concurrency: 1, retries: 0, callTimeoutMs: timeoutMs, connectTimeoutMs: timeoutMs },
  });
  try {
    return await connector.query(statement, given, callOf(means));
  } finally {
    await connector.close();
  }
}
