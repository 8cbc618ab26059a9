import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { judgeResult, type ResultRule } from '#adapters/soap/faults/result-rule.ts';
import { InvalidValue, type XmlRecord } from '#adapters/soap/value.ts';

const NONE: XmlRecord = { list: [] };
const RULE: ResultRule = {
  codeAt: ['head', 'code'],
  success: new Set(['0', '00']),
  answers: new Map([['404', NONE]]),
  retryable: new Set(['-1']),
  failures: new Set(['403']),
  sentenceAt: ['head', 'text'],
};
const reply = (code: unknown, text = '失败 张拟甲') => ({ head: { code, text }, data: 'x' }) as XmlRecord;
const unreadable = { code: 'DEPARTMENT_DATA_INVALID', retryable: false };

describe('judgeResult', () => {
  it('gives the reply, or the answer that a code stands for', () => {
    expect(judgeResult(reply('0'), RULE)).toEqual(reply('0'));
    expect(judgeResult(reply('404'), RULE)).toBe(NONE);
  });

  it.each<[string, unknown, string, object]>([
    ['after which the call may succeed', '-1', '', { retryable: true, message: 'the system answered that it failed' }],
    ['for good', '403', '', { retryable: false, accountRefused: false, facts: { resultCode: '403' } }],
    [
      'of our password',
      '-1',
      '口令已过期',
      { accountRefused: true, message: 'the password of our account has expired' },
    ],
    ['of our account', '-1', '用户名不存在', { accountRefused: true, message: 'the system refuses our account' }],
  ])('throws a failure %s', (_what, code, text, expected) => {
    expect(() => judgeResult(reply(code, text), RULE)).toThrow(
      expect.objectContaining({ code: 'DEPARTMENT_UNAVAILABLE', ...expected }),
    );
  });

  it.each<[string, XmlRecord, ResultRule?]>([
    ['that nobody knows', reply('7')],
    ['that is almost one', reply('000')],
    ['of every object', reply('constructor')],
    ['that is nil', reply(null)],
    ['that cannot be read', reply(new InvalidValue('is not an xs:int'))],
    ['that is ours', reply(new InvalidValue('0')), { ...RULE, codeAt: ['head', 'code', 'reason'] }],
    ['that comes twice', reply(['0', '0'])],
    ['nowhere', {}],
    ['in another place', { code: '0' }],
    ['that may be somebody', reply('379999198506120130')],
  ])('cannot read a code %s', (_what, given, rule = RULE) => {
    const failure = (() => {
      try {
        return judgeResult(given, rule);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject(unreadable);
    expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(/张拟甲|3799/);
  });
});
