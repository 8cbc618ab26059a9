import { describe, expect, it } from '@jest/globals';
import type { GrantKind } from '#auth/grants/live-grant.ts';
import { minutesLater, NOW } from '#subgraphs/access/grants/grants.fixture.ts';
import { type AskedScope, SCOPES } from '#subgraphs/access/grants/scope.ts';

const LIMITS = { unmaskDays: 30, recordCheckDays: 7 };
const inDays = (days: number) => minutesLater(days * 24 * 60).toISOString();
const RIGHT: Readonly<Record<GrantKind, AskedScope>> = {
  UNMASK: { fields: ['Person.idNumber'], sealingAgency: null, legalBasis: null, until: inDays(30) },
  RECORD_CHECK: { fields: [], sealingAgency: 'COURT-379999', legalBasis: '刑事诉讼法第286条', until: inDays(7) },
  BREAK_GLASS: { fields: [], sealingAgency: null, legalBasis: null, until: null },
};

function scope(kind: GrantKind, override: Partial<AskedScope> = {}, own = 'PROC-379999') {
  try {
    return SCOPES[kind]({ ...RIGHT[kind], ...override }, own, LIMITS, NOW);
  } catch (error) {
    const { code, message, en } = error as { code: string; message: string; en: string };
    return `${code} ${/[a-z]\w*/i.exec(message)?.[0]} ${/[a-z]\w*(?= )/i.exec(en) === null ? 'no English' : ''}`.trim();
  }
}

it.each<[GrantKind, string, object]>([
  ['UNMASK', 'PROC-379999', { agency: 'PROC-379999', until: new Date(inDays(30)) }],
  ['RECORD_CHECK', 'PROC-379999', { agency: 'COURT-379999', until: new Date(inDays(7)) }],
  ['BREAK_GLASS', 'PROC-379999', { agency: 'PROC-379999', until: minutesLater(60) }],
  // Two officers decide it, so an agency without a head in the graph has it too.
  ['BREAK_GLASS', 'DETENTION-379999', { agency: 'DETENTION-379999', until: minutesLater(60) }],
])('%s of %s', (kind, own, expected) => {
  expect(scope(kind, {}, own)).toEqual(expected);
});

describe('asks for what it does not give', () => {
  it.each<[GrantKind, Partial<AskedScope>, string]>([
    ['UNMASK', { fields: [] }, 'fields'],
    ['UNMASK', { fields: ['Person.name'] }, 'fields'],
    ['UNMASK', { fields: ['__proto__'] }, 'fields'],
    ['UNMASK', { fields: ['Person.phone', 'Person.phone'] }, 'fields'],
    ['UNMASK', { sealingAgency: 'COURT-379999' }, 'sealingAgency'],
    ['UNMASK', { until: null }, 'until'],
    ['UNMASK', { until: NOW.toISOString() }, 'until'],
    ['UNMASK', { until: inDays(30.001) }, 'until'],
    ['RECORD_CHECK', { fields: ['Person.phone'] }, 'fields'],
    ['RECORD_CHECK', { sealingAgency: null }, 'sealingAgency'],
    ['RECORD_CHECK', { sealingAgency: 'COURT-000000' }, 'sealingAgency'],
    ['RECORD_CHECK', { sealingAgency: 'MEDIATION-379999' }, 'sealingAgency'],
    ['RECORD_CHECK', { legalBasis: null }, 'legalBasis'],
    ['RECORD_CHECK', { until: inDays(7.001) }, 'until'],
    ['BREAK_GLASS', { fields: ['Person.phone'] }, 'fields'],
    ['BREAK_GLASS', { sealingAgency: 'COURT-379999' }, 'sealingAgency'],
    ['BREAK_GLASS', { until: inDays(1) }, 'until'],
  ])('%s with %j', (kind, override, argument) => {
    expect(scope(kind, override)).toBe(`BAD_USER_INPUT ${argument}`);
  });
});

it.each<[GrantKind, string]>([
  ['UNMASK', 'LEGALAID-379999'],
  ['UNMASK', ''],
  ['BREAK_GLASS', 'platform'],
  ['BREAK_GLASS', '31379999FAKE5LAW5B'],
])('%s is not for %j, where nobody could decide it', (kind, own) => {
  expect(scope(kind, {}, own)).toMatch(/^FORBIDDEN/);
});
