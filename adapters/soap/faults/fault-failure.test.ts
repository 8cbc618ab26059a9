import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { faultFailure } from '#adapters/soap/faults/fault-failure.ts';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

const fault = (code: string, changes: Partial<SoapFault> = {}): SoapFault => ({
  code,
  subcodes: [],
  reason: '查询失败 张拟甲',
  actor: null,
  detail: { stackTrace: 'at cn.court.Dao' },
  ...changes,
});

describe('faultFailure', () => {
  it.each<[string, object]>([
    ['FailedAuthentication', { retryable: false, accountRefused: true }],
    ['InvalidSecurity', { retryable: false, accountRefused: true }],
    ['SecurityError', { retryable: false, accountRefused: true }],
    ['Client.Authentication', { retryable: false, accountRefused: true }],
    ['MessageExpired', { retryable: false, accountRefused: false }],
    ['Client', { retryable: false, accountRefused: false }],
    ['Server', { retryable: true, accountRefused: false }],
    ['Server.Busy', { retryable: true }],
    ['Sender', { retryable: false }],
    ['Receiver', { retryable: true }],
    ['anything', { retryable: false }],
  ])('takes %s for a system that turns us away', (code, expected) => {
    const facts = { status: 500, faultCode: code };
    expect(faultFailure(fault(code), 500)).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', facts, ...expected });
  });

  it('looks at subcodes too', () => {
    const failure = faultFailure(fault('Sender', { subcodes: ['FailedAuthentication'] }), 500);
    expect(failure).toMatchObject({ accountRefused: true, facts: { faultCode: 'Sender/FailedAuthentication' } });
  });

  it.each([
    ['口令已过期，请修改', 'the password of our account has expired'],
    ['The password has expired', 'the password of our account has expired'],
    ['时间戳已过期或尚未生效', 'the system refuses our credentials'],
    ['用户名或口令错误', 'the system refuses our credentials'],
  ])('says of %s: %s', (reason, message) => {
    expect(faultFailure(fault('FailedAuthentication', { reason }), 500).message).toBe(message);
  });

  it('looks at the beginning of a sentence alone: a long one would be searched for ages', () => {
    const reason = `${'密码'.repeat(1_000_000)}过期`;
    expect(faultFailure(fault('FailedAuthentication', { reason }), 500).message).toMatch(/refuses our credentials$/);
  });

  it('takes a fault inside a 200 for damaged data, authentication or not', () => {
    for (const code of ['Server', 'FailedAuthentication']) {
      const failure = faultFailure(fault(code), 200);
      expect(failure).toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', retryable: false, accountRefused: false });
    }
  });

  it.each(['Server', '', '张拟甲 379999198506120130', '379999198506120130', 'a'.repeat(81)])(
    'keeps nothing of the exchange where a log could show it, the code being %j',
    (code) => {
      const failure = faultFailure(fault(code), 500);
      expect(inspect(failure, { depth: null, showHidden: true }) + JSON.stringify(failure)).not.toMatch(
        /张拟甲|3799|Dao|查询|aaaa/,
      );
    },
  );

  it('keeps the fault for whoever asks for it', () => {
    const own = fault('Server');
    const cause = faultFailure(own, 500);
    const error = new DepartmentError(cause.code, { department: 'COURT', system: '12368', cause });
    expect(faultOf(error)).toBe(own);
    expect(faultOf(new Error('no fault'))).toBeNull();
    expect(faultOf('no error')).toBeNull();
  });
});
