import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cleanEnvironment } from '#tests/harness/process.ts';
import { pythonOf } from '#tests/legacy/python/environment.ts';
import { ClientError, type OracleClient, type Session } from '#tests/legacy/python-oracledb/client.ts';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly code?: string;
  readonly offset?: number;
  readonly message?: string;
}

/** python-oracledb in Thin mode, in a process of its own. */
export async function startPythonClient(): Promise<OracleClient> {
  const script = join(import.meta.dirname, 'client.py');
  const env = { ...cleanEnvironment(), PYTHONIOENCODING: 'utf-8' };
  const child = spawn(await pythonOf('python-oracledb'), [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;

  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, code, offset = 0, message = '', result } = JSON.parse(line) as Answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (code === undefined) asked?.resolve(result);
    else asked?.reject(new ClientError({ code, offset }, message));
  });
  child.once('close', (status) => {
    for (const { reject } of waiting.values()) reject(new Error(`Python ended with ${status}`));
  });

  async function ask<Result>(operation: string, session: number | null, given: object): Promise<Result> {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(last, answer);
    child.stdin.write(`${JSON.stringify({ id: last, operation, session, arguments: given })}\n`);
    return (await answer.promise) as Result;
  }

  const sessionOf = (id: number): Session => ({
    query: (sql, asked = {}) => ask('query', id, { sql, ...asked }),
    change: (sql, binds) => ask('change', id, { sql, binds }),
    changeMany: (sql, rows) => ask('changeMany', id, { sql, rows }),
    call: (block, binds) => ask('call', id, { block, binds }),
    commit: () => ask('commit', id, {}),
    cancel: () => ask('cancel', id, {}),
    setTimeout: (milliseconds) => ask('setTimeout', id, { milliseconds }),
    behalf: (told) => ask('behalf', id, told),
    close: () => ask('close', id, {}),
  });

  return {
    codes: { late: 'DPY-4024', unknownService: 'DPY-6001' },
    logOn: async (credentials) => sessionOf(await ask<number>('logOn', null, credentials)),
    async stop() {
      const ended = once(child, 'close');
      child.stdin.end();
      await ended;
    },
  };
}
