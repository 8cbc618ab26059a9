import { describe, expect, it } from '@jest/globals';
import { GraphError } from '#schema/errors/graph-error.ts';
import { CASE_NUMBER_KINDS, IDENTIFIER_KINDS } from '#schema/identifiers/index.ts';
import { caseNumberHelp, requireIdentifier } from '#schema/identifiers/require-identifier.ts';

const { courtCaseNo, lawyerLicenceNo } = IDENTIFIER_KINDS;

function refusal(act: () => unknown): GraphError {
  try {
    act();
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('requireIdentifier', () => {
  it('gives the canonical value', () => {
    expect(requireIdentifier(courtCaseNo, '(2025)鲁9999刑初999901号', 'courtCaseNo')).toBe(
      '（2025）鲁9999刑初999901号',
    );
  });

  it('says, where told to, which kinds of number a case is found by, with one of each, in both languages', () => {
    const { code, message, en } = refusal(() =>
      requireIdentifier(courtCaseNo, 'nonsense', 'courtCaseNo', caseNumberHelp()),
    );
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toMatch(/^参数 courtCaseNo 不是有效的法院案号。/);
    expect(en).toMatch(/^The argument courtCaseNo is not a valid court case number\./);
    for (const [argument, { name, example }] of Object.entries(CASE_NUMBER_KINDS)) {
      for (const part of [argument, name.zh, example]) expect(message).toContain(part);
      for (const part of [argument, name.en, example]) expect(en).toContain(part);
    }
  });

  it('else shows one of the kind', () => {
    const { message, en } = refusal(() => requireIdentifier(lawyerLicenceNo, 'nonsense', 'licenceNo'));
    expect(message).toBe('参数 licenceNo 不是有效的律师执业证号。示例：13799202010999001。');
    expect(en).toBe('The argument licenceNo is not a valid lawyer licence number. Example: 13799202010999001.');
  });

  it('never repeats the value: it may be an identity number', () => {
    const error = refusal(() => requireIdentifier(courtCaseNo, '379999198506120130', 'courtCaseNo'));
    expect(JSON.stringify([error.message, error.en, error.cause, error.toExtensions()])).not.toContain(
      '379999198506120130',
    );
  });
});
