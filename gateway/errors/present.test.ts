import { describe, expect, it } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { presentError } from '#gateway/errors/present.ts';
import { ERROR_CODES, type ErrorCodeName } from '#schema/errors/codes.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';

const SECRET = 'SELECT * FROM court at 10.0.0.1';
const internal = {
  message: ERROR_CODES.INTERNAL.zh,
  extensions: { code: 'INTERNAL', en: ERROR_CODES.INTERNAL.en, requestId: 'r-1' },
};
/** An error as the planner passes it on from a subgraph. */
const downstream = (message: string, extensions: Record<string, unknown>) =>
  new GraphQLError(message, { extensions: { serviceName: 'court', ...extensions }, path: ['case', 0, 'a'] });

describe('an error of ours', () => {
  it.each(Object.keys(ERROR_CODES) as ErrorCodeName[])('%s keeps its code and both sentences', (code) => {
    const { zh, en } = ERROR_CODES[code];
    const error = new GraphError(code, { cause: new Error(SECRET) });
    const expected = { message: zh, extensions: { code, en, requestId: 'r-1' } };
    expect(presentError(error, 'r-1')).toEqual(expected);
    const within = new GraphQLError('other words', { originalError: error, path: ['case'] });
    expect(presentError(within, 'r-1')).toEqual({ ...expected, path: ['case'] });
  });

  it('of a department names it', () => {
    const fault = { department: 'COURT', system: '12368' } as const;
    expect(
      presentError(new DepartmentError('DEPARTMENT_TIMEOUT', { ...fault, cause: new Error(SECRET) }), 'r-1'),
    ).toEqual({
      message: expect.stringMatching(/^法院/),
      extensions: {
        code: 'DEPARTMENT_TIMEOUT',
        en: expect.stringMatching(/^The court/),
        ...fault,
        retryable: true,
        requestId: 'r-1',
      },
    });
  });
});

describe('an error of a subgraph', () => {
  it('with a stable code keeps code, sentences and department, and nothing else', () => {
    const error = downstream('法院系统暂时无法访问。', {
      code: 'DEPARTMENT_UNAVAILABLE',
      en: 'The court’s system cannot be reached.',
      department: 'COURT',
      system: '12368',
      retryable: true,
      opensAt: '2026-01-05T04:00:00+08:00',
      stacktrace: [SECRET],
      exception: { sql: SECRET },
      requestId: 'another',
      host: SECRET,
    });
    expect(presentError(error, 'r-1')).toEqual({
      message: '法院系统暂时无法访问。',
      path: ['case', 0, 'a'],
      extensions: {
        code: 'DEPARTMENT_UNAVAILABLE',
        en: 'The court’s system cannot be reached.',
        department: 'COURT',
        system: '12368',
        retryable: true,
        opensAt: '2026-01-05T04:00:00+08:00',
        requestId: 'r-1',
      },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no code', {}],
    ['a code of its own', { code: 'INTERNAL_SERVER_ERROR', en: SECRET }],
    ['the planner’s code', { code: 'DOWNSTREAM_SERVICE_ERROR' }],
    ['INTERNAL in its own words', { code: 'INTERNAL', en: SECRET }],
    ['a code that is part of every object', { code: 'constructor' }],
    ['a code called __proto__', { code: '__proto__' }],
    ['a code that is no text', { code: ['FORBIDDEN'] }],
  ])('with %s is internal', (_what, extensions) => {
    expect(presentError(downstream(SECRET, extensions), 'r-1')).toEqual({ ...internal, path: ['case', 0, 'a'] });
  });

  it('cannot put objects where words are expected', () => {
    const error = downstream('x', { code: 'FORBIDDEN', en: { stack: SECRET }, department: [SECRET] });
    expect(presentError(error, 'r-1').extensions).toEqual({ code: 'FORBIDDEN', requestId: 'r-1' });
  });
});

describe('anything else is internal', () => {
  it.each<[string, unknown]>([
    ['an Error', new TypeError(SECRET)],
    ['a GraphQLError that nobody gave a code', new GraphQLError(SECRET)],
    ['one around an Error', new GraphQLError(SECRET, { originalError: new Error(SECRET) })],
    ['a string', SECRET],
    ['an object like an error', { message: SECRET, extensions: { code: 'FORBIDDEN' } }],
    ['null', null],
    ['undefined', undefined],
  ])('%s', (_what, error) => expect(presentError(error, 'r-1')).toEqual(internal));
});

it('says where in the document it is', () => {
  const [node] = parse('{\n  case }').definitions;
  expect(presentError(new GraphQLError(SECRET, { nodes: node ?? null }), 'r-1').locations).toEqual([
    { line: 1, column: 1 },
  ]);
});
