import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { judge } from '#auth/decisions/facts.fixture.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import type { GraphError } from '#schema/errors/graph-error.ts';
import type { Purpose } from '#schema/purposes.ts';
import { fieldPolicyRule } from '#subgraphs/kit/field-policies.ts';

const schema = buildSchema(`
  directive @policy(policies: [[String!]!]!) on OBJECT | FIELD_DEFINITION | ENUM
  type Query {
    open: String
    case: Case
    entries: String @policy(policies: [["audit.read"]])
    either: String @policy(policies: [["audit.read"], ["case.read"]])
    both: String @policy(policies: [["case.read", "audit.read"]])
    none: String @policy(policies: [])
    nothing: String @policy(policies: [[]])
    state: State
    any: Any
  }
  union Any = Case | Agency
  type Agency { name: String }
  type Case @policy(policies: [["case.read"]]) { caseUid: ID calendar: String @policy(policies: [["calendar.read"]]) }
  enum State @policy(policies: [["audit.read"]]) { A }
`);

/** The refused coordinates, with the error's code. */
function refused(query: string, override: Partial<Principal> = {}, purpose: Purpose | null = 'HANDLE_CASE'): string[] {
  const envelope = {
    ...judge(override, purpose),
    signer: 'gateway',
    onlyCase: null,
    requestId: 'r-1',
    operation: null,
  } as const;
  return validate(schema, parse(query), [fieldPolicyRule(schema, envelope)]).map(
    ({ originalError, extensions }) => `${extensions.coordinate} ${(originalError as GraphError).code}`,
  );
}

const roles = (...names: string[]) => ({ roles: new Set(names) });

describe('a judge for a case', () => {
  it.each<[string, string[]]>([
    ['{ open case { caseUid calendar } either __typename }', []],
    ['{ entries }', ['Query.entries FORBIDDEN']],
    ['{ both }', ['Query.both FORBIDDEN']],
    ['{ none nothing }', ['Query.none FORBIDDEN', 'Query.nothing FORBIDDEN']],
    ['{ state }', ['Query.state FORBIDDEN']],
    ['{ open: entries }', ['Query.entries FORBIDDEN']],
    ['{ ...F } fragment F on Query { entries }', ['Query.entries FORBIDDEN']],
  ])('%s', (query, expected) => expect(refused(query)).toEqual(expected));
});

describe('whoever may not read cases', () => {
  const wu = roles('coordination.coordinator');

  it.each<[string, string[]]>([
    ['{ open any { ... on Agency { name } } }', []],
    ['{ case { caseUid } }', ['Query.case FORBIDDEN']],
    ['{ any { ... on Case { caseUid } } }', ['Case.caseUid FORBIDDEN']],
    ['{ any { ... on Case { __typename } } }', ['Case.__typename FORBIDDEN']],
  ])('%s', (query, expected) => expect(refused(query, wu, 'STATISTICS')).toEqual(expected));
});

it.each<[string, Partial<Principal>, Purpose | null, string[]]>([
  ['without a purpose', {}, null, ['Query.case PURPOSE_REQUIRED']],
  ['with another’s purpose', {}, 'LEGAL_AID', ['Query.case PURPOSE_REQUIRED']],
  [
    'with roles that may not stand together',
    roles('court.judge', 'platform.auditor'),
    'HANDLE_CASE',
    ['Query.case FORBIDDEN'],
  ],
  ['with a role that nobody defined', roles('constructor'), 'HANDLE_CASE', ['Query.case FORBIDDEN']],
])('%s nobody reads a case', (_what, override, purpose, expected) =>
  expect(refused('{ case { caseUid } }', override, purpose)).toEqual(expected),
);
