import { describe, expect, it } from '@jest/globals';
import type { GraphError } from '#schema/errors/graph-error.ts';
import { askedNumber } from '#subgraphs/casework/asked-number.ts';

type Arguments = Parameters<typeof askedNumber>[0];
const refusal = (args: Arguments): GraphError => {
  try {
    askedNumber(args);
  } catch (error) {
    return error as GraphError;
  }
  throw new Error('was accepted');
};

describe('the number asked', () => {
  it.each<[Arguments, string, string]>([
    [{ courtCaseNo: '(2025)鲁9999刑初999901号' }, 'COURT_CASE_NO', '（2025）鲁9999刑初999901号'],
    [{ caseUid: 'zf-2025-000001', courtCaseNo: null }, 'CASE_UID', 'ZF-2025-000001'],
    [{ policeCaseNo: 'A3799990000002025030001', caseUid: undefined }, 'POLICE_CASE_NO', 'A3799990000002025030001'],
    [{ acceptanceNo: '虚检刑诉受[2025]379999000011号' }, 'ACCEPTANCE_NO', '虚检刑诉受〔2025〕379999000011号'],
  ])('%j', (args, kind, number) => {
    expect(askedNumber(args)).toEqual({ kind, number });
  });

  it.each<[string, Arguments]>([
    ['none', {}],
    ['none but nulls', { caseUid: null, courtCaseNo: undefined }],
    ['two', { caseUid: 'ZF-2025-000001', courtCaseNo: '（2025）鲁9999刑初999901号' }],
    ['an argument that nobody has', { __proto__: { caseUid: 'x' }, idNumber: 'x' } as Arguments],
    ['an identity number', { courtCaseNo: '379999198506120130' }],
    ['a name', { policeCaseNo: '张拟甲' }],
    ['a number for a text', { caseUid: 7 }],
    ['nothing in it', { acceptanceNo: '' }],
    ['another kind of number', { policeCaseNo: '（2025）鲁9999刑初999901号' }],
  ])('%s: told which there are, with one of each, and nothing of one’s own', (_what, args) => {
    const { code, message, en } = refusal(args);
    expect(code).toBe('BAD_USER_INPUT');
    for (const text of [message, en]) {
      for (const example of ['ZF-2025-000001', 'A3799990000002025030001', '虚检刑诉受〔', '刑初'])
        expect(text).toContain(example);
      expect(text).not.toMatch(/379999198506120130|张拟甲/);
    }
  });
});
