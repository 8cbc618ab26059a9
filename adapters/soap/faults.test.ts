import { describe, expect, it } from '@jest/globals';
import { unavailable } from '#adapters/connector/failures.ts';
import { failureOf } from '#adapters/soap/faults.ts';

/** What soap throws for a fault: the whole exchange hangs on it. */
const soapError = (status: number, faultcode: unknown, faultstring = '查询失败 张拟甲') =>
  Object.assign(new Error('soap:Server: 查询失败: 张拟甲'), {
    response: { status },
    body: '<soap:Envelope>张拟甲</soap:Envelope>',
    root: { Envelope: { Body: { Fault: { faultcode, faultstring, detail: 'at cn.court.Dao' } } } },
  });

describe('failureOf', () => {
  it.each([
    ['wsse:FailedAuthentication', false],
    ['wsse:InvalidSecurity', false],
    ['ns1:MessageExpired', false],
    ['soap:Client.Authentication', false],
    ['soap:Client', false],
    ['soap:Server', true],
    ['S:Server.Busy', true],
    ['anything', false],
  ])('takes %s for a system that turns us away, retryable: %s', (faultCode, retryable) => {
    const failure = failureOf(soapError(500, faultCode));
    expect(failure).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable, facts: { status: 500, faultCode } });
  });

  it.each([
    ['口令已过期，请修改', 'the password of our account has expired'],
    ['The password has expired', 'the password of our account has expired'],
    ['时间戳已过期或尚未生效', 'the system refuses our credentials'],
    ['用户名或口令错误', 'the system refuses our credentials'],
  ])('says of %s: %s', (faultstring, message) => {
    expect(failureOf(soapError(500, 'wsse:FailedAuthentication', faultstring)).message).toBe(message);
  });

  it('takes a fault inside a 200 for damaged data, authentication or not', () => {
    const failure = failureOf(soapError(200, 'wsse:FailedAuthentication'));
    expect(failure).toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', retryable: false });
  });

  it.each<[string, unknown]>([
    ['with attributes', { attributes: { id: '1' }, $value: 'soap:Server' }],
    ['missing', undefined],
    ['full of somebody’s data', '张拟甲 379999198506120130'],
  ])('keeps nothing of the exchange, the fault code %s', (_what, code) => {
    const failure = failureOf(soapError(500, code));
    expect(JSON.stringify([failure, failure.message, failure.cause, failure.stack])).not.toMatch(
      /张拟甲|3799|Dao|查询/,
    );
  });

  it.each<[string, unknown]>([
    ['that is not XML', { Fault: { faultstring: 'Invalid XML' }, response: { status: 200 } }],
    ['that soap stumbles over', Object.assign(new TypeError('x'), { response: { status: 200 } })],
  ])('takes a reply %s for damaged data', (_what, error) => {
    expect(failureOf(error)).toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', facts: { status: 200 } });
  });

  it('passes failures on, and throws what is no reply at all', () => {
    const failure = unavailable('the connection failed', true);
    expect(failureOf(failure)).toBe(failure);
    const mistake = new TypeError('a mistake of ours');
    expect(() => failureOf(mistake)).toThrow(mistake);
  });
});
