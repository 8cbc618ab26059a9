import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#subgraphs/kit/postgres/database.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

let server: TestServer;
let url: string;
let database: Database;
beforeAll(async () => {
  server = openServer();
  url = await server.freshDatabase();
  await sql(url, 'CREATE TABLE kept (what text)');
  database = new Database(url, { name: 'trial' });
}, 30_000);
afterAll(async () => {
  await database.close();
  await server.close();
});

const keep = 'INSERT INTO kept VALUES ($1)';
const kept = () => sql(url, 'SELECT what FROM kept');
const cutOff = () =>
  sql(
    url,
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'zhengfa-trial' AND datname = current_database()",
  );

describe('a transaction leaves nothing', () => {
  it('of work that is refused, and says why in the words of the work', async () => {
    const refusal = new Error('no');
    const work = database.transaction('refused', async (statements) => {
      await statements.rows('keep', keep, ['refused']);
      throw refusal;
    });
    await expect(work).rejects.toBe(refusal);
    expect(await kept()).toEqual([]);
  });

  it('when its connection breaks between two statements, and the next one gets another connection', async () => {
    const work = database.transaction('broken', async (statements) => {
      await statements.rows('keep', keep, ['broken']);
      await cutOff();
      // Until the connection has noticed.
      await new Promise((done) => setTimeout(done, 50));
      await statements.rows('keep', keep, ['after']);
    });
    await expect(work).rejects.toMatchObject({
      name: 'DatabaseError',
      message: expect.stringMatching(/^trial: keep /),
    });
    expect(await kept()).toEqual([]);
    await database.transaction('whole', (statements) => statements.rows('keep', keep, ['whole']));
    expect(await kept()).toEqual([{ what: 'whole' }]);
  });
});

it('counts statements by name, and neither the beginning nor the end of a transaction', async () => {
  const counting = new Database(url, { name: 'counting' });
  await counting.transaction('act', async (statements) => {
    await statements.rows('first', 'SELECT 1', []);
    await statements.rows('first', 'SELECT 1', []);
  });
  expect(counting.counts()).toEqual({ first: 2 });
  await counting.close();
});

it('takes any text, the one character that PostgreSQL does not keep too', async () => {
  const texts = new Database(url, { name: 'texts' });
  const rows = await texts.rows('texts', 'SELECT $1::text AS one, $2::text[] AS many', ['a\0b', ['\0', '张']]);
  expect(rows).toEqual([{ one: 'a\uFFFDb', many: ['\uFFFD', '张'] }]);
  await texts.close();
});
