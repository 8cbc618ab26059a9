import { describe, expect, it } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { listeningLogger } from '#service/testing.fixture.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { logFailures } from '#subgraphs/kit/failures.ts';
import { LIN, subgraphOf } from '#subgraphs/kit/kit.fixture.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';

const SECRET = '张拟甲 379999198506120130 at 10.0.0.1';
const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', {
  department: 'COURT',
  system: '12368',
  cause: new Error('ECONNREFUSED'),
});
const throwing = (error: unknown) => () => {
  throw error;
};
const subgraph = subgraphOf(
  'type Query { word: String, list: [String], down: String, refused: String, broken: String, wrong: Int, must: String!, kind: Kind } enum Kind { A }',
  {
    word: (_root, _args, context) => context.envelope.requestId,
    list: (_root, _args, context) => {
      context.partialError(['list'], down);
      return ['one'];
    },
    down: throwing(down),
    refused: throwing(new GraphError('FORBIDDEN')),
    broken: throwing(new TypeError('cannot read x of undefined')),
    wrong: () => SECRET,
    must: () => null,
    kind: () => SECRET,
  },
);

async function answered(query: string) {
  const { logger, lines } = listeningLogger();
  const { data, errors = [] } = await respond(subgraph, { query }, new RequestContext(LIN, new RequestScope(LIN)));
  logFailures(logger, 'r-1', errors);
  const told = errors.map(
    (error: GraphQLError) => publicError(error) as { message: string; path: unknown; extensions: { code: string } },
  );
  expect(JSON.stringify([told, lines])).not.toMatch(/拟|3799|10\.0/);
  return { data: data && { ...data }, told, codes: told.map(({ path, extensions }) => [path, extensions.code]), lines };
}

describe('a subgraph’s answer', () => {
  it('is what its resolvers give', async () => {
    expect(await answered('{ word }')).toEqual({ data: { word: 'r-1' }, told: [], codes: [], lines: [] });
  });

  it.each<[string, string, string, string, object | null]>([
    [
      'a department that fails',
      'down',
      'DEPARTMENT_UNAVAILABLE',
      'down',
      { level: 40, code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT', cause: 'Error: ECONNREFUSED' },
    ],
    ['an error of ours, which nobody need know of', 'refused', 'FORBIDDEN', 'refused', null],
    ['a bug', 'broken', 'INTERNAL', 'broken', { level: 50, cause: 'TypeError: cannot read x of undefined' }],
    [
      'a value that does not fit, without the value',
      'wrong',
      'INTERNAL',
      'wrong',
      { level: 50, cause: 'GraphQLError' },
    ],
    ['a word that no list knows, without the word', 'kind', 'INTERNAL', 'kind', { level: 50, cause: 'GraphQLError' }],
    ['a null where none may be', 'must', 'INTERNAL', 'must', { level: 50 }],
  ])('%s', async (_what, field, code, path, line) => {
    const { codes, lines } = await answered(`{ ${field} }`);
    expect(codes).toEqual([[[path], code]]);
    expect(lines).toEqual(line ? [expect.objectContaining({ requestId: 'r-1', field, ...line })] : []);
  });

  it('the log names fields, not the client’s own words for them', async () => {
    const { lines } = await answered('{ zhangsan: broken }');
    expect(lines).toEqual([expect.objectContaining({ field: 'broken' })]);
    expect(JSON.stringify(lines)).not.toContain('zhangsan');
  });

  it('some rows and an error beside them', async () => {
    const { data, told } = await answered('{ list }');
    expect(data).toEqual({ list: ['one'] });
    expect(told).toEqual([{ message: down.message, path: ['list'], extensions: down.toExtensions() }]);
  });

  it.each(['{ nothing }', '{ word { x } }', 'mutation { word }'])('%s is not run', async (query) => {
    const { data, codes } = await answered(query);
    expect({ data: data ?? null, codes: codes.map(([, code]) => code) }).toEqual({ data: null, codes: ['INTERNAL'] });
  });
});
