import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { readOperations } from '#demo/operations.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';
import { createPlanner } from '#gateway/planning/planner.ts';
import { loadTrustedOperations, trustedOperationsFile } from '#gateway/trusted/trusted-operations.ts';
import { checkDocument, unregistered } from './check.ts';

describe('a document', () => {
  const schema = buildSchema('type Query { a(n: Int): Int, all(first: Int): [Query] }');
  const check = (text: string) => checkDocument(text, schema, typeWeights(schema));

  it.each<[string, string]>([
    ['query Q { a }', 'Q'],
    ['# 问 / asks\nquery Q15b($n: Int) { a(n: $n) }\n', 'Q15b'],
    ['query Q { ...F } fragment F on Query { a }', 'Q'],
  ])('%j is fit', (text, name) => expect(check(text)).toEqual({ name }));

  it.each<[string, string, RegExp]>([
    ['no name', '{ a }', /具名/],
    ['two operations', 'query A { a } query B { a }', /具名/],
    ['no operation', 'fragment F on Query { a }', /具名/],
    ['no GraphQL', '{', /语法错误/],
    ['a field that is not there any more', 'query Q { b }', /没有字段 b/],
    ['introspection', 'query Q { __schema { types { name } } }', /内省查询/],
    ['more than the limits allow', `query Q { ${'all { '.repeat(20)}a${' }'.repeat(20)} }`, /过于复杂/],
  ])('%s is not', (_what, text, reason) => {
    const checked = check(text);
    expect('faults' in checked && checked.faults.join()).toMatch(reason);
  });
});

describe('the list of this repository', () => {
  const folder = join(import.meta.dirname, '..', '..', 'schema');
  const operations = loadTrustedOperations(trustedOperationsFile({}));

  it('has each of our documents as it stands: npm run operations -- add', () => {
    expect(unregistered(join(folder, 'operations'), operations)).toEqual([]);
  });

  it('has each of them in the list of those who ask it', () => {
    for (const { name, user } of readOperations()) {
      const registered = [...operations.values()].findLast((operation) => operation.name === name);
      expect([name, registered?.for]).toEqual([name, [/^(?:party|lawyer)\./.test(user) ? 'public' : 'staff']]);
    }
  });

  it('has only documents that are still valid, under their operation’s name: npm run operations -- check', async () => {
    const { plannerSdl } = readSupergraph(readFileSync(join(folder, 'generated', 'supergraph.graphql'), 'utf8'));
    const nobody = () => ({ process: () => Promise.reject(new Error('nothing is fetched here')) });
    const { apiSchema, close } = await createPlanner(plannerSdl, nobody, pino({ level: 'silent' }));
    await close();
    const weights = typeWeights(apiSchema);
    for (const { name, document } of operations.values())
      expect(checkDocument(document, apiSchema, weights)).toEqual({ name });
  });
});
