import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { declareWrite } from '#adapters/oracle/write.ts';
import { OracleError } from '#simulators/oracle/engine.ts';
import { column, query } from '#simulators/oracle/testing/fake-engine.ts';
import { alone } from '#tests/harness/limits.ts';
import { call, type Oracle, startOracle } from '#tests/oracle/harness.ts';

jest.setTimeout(30_000); // a watchdog

const WRITE = declareWrite({
  ...{ name: 'write', block: 'BEGIN P.W(:what, :key, :n); END;', in: ['what', 'key'], out: { n: 16 } },
  ...{ key: 'key', find: { name: 'found', sql: 'SELECT N FROM V WHERE K = :1' } },
});

let oracle: Oracle;
/** What the database did, by key: it does the same thing once. */
const done = new Map<string, string>();
/** What happens in the block once it has committed. */
let afterCommit: (signal: AbortSignal) => Promise<void> | void;
let finds = 0;
beforeAll(async () => {
  oracle = await startOracle();
  oracle.engine.on(WRITE.block, async ([what, key], signal) => {
    if (what?.value === 'refused') throw new OracleError(20_001, 'no');
    const number = done.get(String(key?.value)) ?? String(done.size + 1);
    done.set(String(key?.value), number);
    await afterCommit(signal);
    return { rowCount: 0, outBinds: [{ index: 2, value: number }] };
  });
  oracle.engine.on(WRITE.find.sql, ([key]) => {
    finds += 1;
    const number = done.get(String(key?.value));
    return query([column.number('N')], number === undefined ? [] : [[number]]);
  });
});
afterAll(() => oracle.stop());
beforeEach(() => {
  done.clear();
  finds = 0;
  afterCommit = () => {};
});
afterEach(() => oracle.proxy.mend());

const write = (connector = oracle.connector(), what = 'x') => connector.write(WRITE, { what, key: 'k-1' }, call);

const answered = { kind: 'answered', result: { out: { n: '1' }, rows: [] } };
const found = { kind: 'found', row: { N: '1' } };
const isBlock = (chunk: Buffer) => chunk.includes('P.W(');
/** Cuts the connection in place of the reply to the block, and only that one. */
const cutReply = () => {
  oracle.proxy.onRequest((chunk) => {
    if (isBlock(chunk)) {
      oracle.proxy.onReply(() => {
        oracle.proxy.mend();
        return null;
      });
    }
    return chunk;
  });
};

describe('a write', () => {
  it('that is answered is not asked for', async () => {
    expect(await write()).toEqual(answered);
    expect([finds, done.size]).toEqual([0, 1]);
  });

  it('that never reached the database is not done, and may be sent again with the same key', async () => {
    oracle.proxy.onRequest((chunk) => {
      if (!isBlock(chunk)) return chunk;
      oracle.proxy.mend();
      return null;
    });
    const connector = oracle.connector();
    await expect(write(connector)).rejects.toMatchObject({
      ...{ code: 'DEPARTMENT_UNAVAILABLE', retryable: true, writeOutcome: 'NOT_DONE' },
      message: expect.stringMatching(/没有完成.*同一幂等键/),
    });
    expect([finds, done.size]).toEqual([1, 0]);
    expect(await write(connector)).toEqual(answered);
  });

  it.each<[string, () => void]>([
    ['whose reply was cut off after the commit', cutReply],
    [
      'whose reply was cut off in its midst',
      () => {
        cutReply();
        oracle.proxy.onRequest((chunk) => {
          if (isBlock(chunk)) {
            oracle.proxy.onReply((reply) => {
              oracle.proxy.mend();
              setImmediate(() => oracle.proxy.cutAll());
              return reply.subarray(0, reply.length / 2);
            });
          }
          return chunk;
        });
      },
    ],
    [
      'whose reply cannot be read',
      () =>
        oracle.proxy.onRequest((chunk) => {
          if (isBlock(chunk)) {
            oracle.proxy.onReply(() => {
              oracle.proxy.mend();
              return Buffer.alloc(64, 0xff);
            });
          }
          return chunk;
        }),
    ],
    [
      'whose block fails after it has committed',
      () => (afterCommit = () => Promise.reject(new OracleError(1555, 'old'))),
    ],
    [
      'whose block raises an error of its own after it has committed',
      () => (afterCommit = () => Promise.reject(new OracleError(20_002, 'x'))),
    ],
    ['whose session was killed', () => (afterCommit = () => Promise.reject(new OracleError(28, 'killed')))],
  ])('%s is found, and was done once', async (_, spoil) => {
    spoil();
    expect(await write()).toEqual(found);
    expect([finds, done.size]).toEqual([1, 1]);
  });

  it('that is not answered in time is found', async () => {
    afterCommit = (signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    const connector = oracle.connector({ limits: alone(1500) });
    expect(await write(connector)).toEqual(found);
  });

  it('that cannot be asked for has an unknown outcome, and with the same key nothing is done twice', async () => {
    oracle.proxy.onRequest((chunk) => {
      if (isBlock(chunk)) oracle.proxy.onReply(() => null);
      return chunk;
    });
    const connector = oracle.connector();
    await expect(write(connector)).rejects.toMatchObject({
      ...{ code: 'DEPARTMENT_UNAVAILABLE', retryable: true, writeOutcome: 'UNKNOWN' },
      message: expect.stringMatching(/尚不清楚.*同一幂等键/),
    });
    oracle.proxy.mend();
    expect(await write(connector)).toEqual(answered);
    expect(done.size).toBe(1);
  });

  it('that the database refuses has its answer', async () => {
    await expect(write(oracle.connector(), 'refused')).rejects.toMatchObject({
      ...{ code: 'DEPARTMENT_DATA_INVALID', writeOutcome: undefined },
      cause: { facts: { driverCode: 'ORA-20001' } },
    });
    expect([finds, done.size]).toEqual([1, 0]);
  });

  it('that was not sent is not asked for', async () => {
    oracle.proxy.onRequest(() => null);
    await expect(write()).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', writeOutcome: undefined });
    expect(finds).toBe(0);
  });

  it('is never tried again by itself', async () => {
    let sent = 0;
    oracle.proxy.onRequest((chunk) => {
      if (isBlock(chunk)) sent += 1;
      return isBlock(chunk) ? null : chunk;
    });
    const connector = oracle.connector({ limits: { ...alone(10_000), retries: 3, retryShare: 100 } });
    await expect(write(connector)).rejects.toMatchObject({ writeOutcome: 'NOT_DONE' });
    expect(sent).toBe(1);
  });
});
