import { describe, expect, it } from '@jest/globals';
import { timedOut } from '#adapters/connector/failures.ts';
import { BindError } from '#adapters/oracle/binds.ts';
import { databaseMessageOf, failureOf, isCancelled, isDatabaseError } from '#adapters/oracle/faults.ts';

const thrown = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('failureOf', () => {
  it.each([
    ['NJS-500', 'DEPARTMENT_UNAVAILABLE', true],
    ['NJS-503', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-12516', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-01013', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-02391', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-00060', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-01555', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-00257', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-12541', 'DEPARTMENT_UNAVAILABLE', true],
    ['ORA-12514', 'DEPARTMENT_UNAVAILABLE', false],
    ['ORA-28040', 'DEPARTMENT_UNAVAILABLE', false],
    ['ORA-01017', 'DEPARTMENT_UNAVAILABLE', false],
    ['NJS-515', 'DEPARTMENT_UNAVAILABLE', false],
    ['NJS-518', 'DEPARTMENT_UNAVAILABLE', false],
    ['NJS-123', 'DEPARTMENT_TIMEOUT', true],
    ['NJS-510', 'DEPARTMENT_TIMEOUT', true],
    ['ORA-00942', 'DEPARTMENT_DATA_INVALID', false],
    ['ORA-00904', 'DEPARTMENT_DATA_INVALID', false],
    ['ORA-06550', 'DEPARTMENT_DATA_INVALID', false],
    ['NJS-112', 'DEPARTMENT_DATA_INVALID', false],
  ])('%s is %s', (driverCode, code, retryable) => {
    const cause = thrown(driverCode);
    expect(failureOf(cause)).toMatchObject({ code, retryable, cause, facts: { driverCode } });
  });

  it.each(['ORA-01017', 'ORA-28000', 'ORA-28001', 'ORA-01005', 'ORA-01045'])('%s: the account is refused', (code) => {
    expect(failureOf(thrown(code)).accountRefused).toBe(true);
  });

  it.each(['NJS-138', 'NJS-116', 'NJS-533'])('%s: Thick mode would do', (code) => {
    expect(failureOf(thrown(code))).toMatchObject({
      retryable: false,
      message: expect.stringMatching('ORACLE_CLIENT_DIR'),
    });
  });

  it('a bind of ours is no failure of the system', () => {
    const own = new BindError('1', 'is no number');
    expect(() => failureOf(own)).toThrow(own);
  });

  it('tells an expired password from a locked account and from a wrong password', () => {
    const sentences = ['ORA-28001', 'ORA-28000', 'ORA-01017'].map((code) => failureOf(thrown(code)).message);
    expect(sentences).toEqual([
      expect.stringContaining('password of our account has expired'),
      expect.stringContaining('locked'),
      expect.stringContaining('user or password is wrong'),
    ]);
  });

  it('bytes that make no sense are invalid data, even where the driver speaks of a lost connection', () => {
    expect(failureOf(new RangeError('out of range')).code).toBe('DEPARTMENT_DATA_INVALID');
    const cut = thrown('NJS-500', 'NJS-500: connection closed\nNJS-501: Invalid packet length: 5 (must be at least 8)');
    expect(failureOf(cut).code).toBe('DEPARTMENT_DATA_INVALID');
  });

  it('leaves its own alone, and says nothing of the text of others', () => {
    const own = timedOut('late');
    expect(failureOf(own)).toBe(own);
    const failure = failureOf(thrown('ORA-01722', 'ORA-01722: unable to convert string value containing 379999'));
    expect(failure.message + JSON.stringify(failure.facts)).not.toContain('379999');
  });
});

it('tells answers of the database from failures of the connection', () => {
  expect(isDatabaseError(thrown('ORA-00942'))).toBe(true);
  expect(isDatabaseError(thrown('NJS-500'))).toBe(false);
  expect(isDatabaseError(new TypeError('x'))).toBe(false);
  expect(isCancelled(thrown('ORA-01013'))).toBe(true);
  expect(isCancelled(thrown('ORA-00942'))).toBe(false);
});

it('gives what the database said to whoever asks for it, and nothing of others', () => {
  const said = failureOf(thrown('ORA-00942', 'ORA-00942: table or view does not exist\nHelp: …'));
  expect(databaseMessageOf(new Error('call failed', { cause: said }))).toBe('ORA-00942: table or view does not exist');
  expect([databaseMessageOf(failureOf(thrown('NJS-500'))), databaseMessageOf(null)]).toEqual([null, null]);
});
