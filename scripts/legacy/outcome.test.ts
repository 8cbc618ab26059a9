import { describe, expect, it } from '@jest/globals';
import { type LegacyFailure, timedOut, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { keepFault } from '#adapters/soap/faults/kept-fault.ts';
import { InvalidValue } from '#adapters/soap/value.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { outcomeOf } from './outcome.ts';
import { UnreadableAnswer } from './printable.ts';
import { UsageError } from './usage.ts';

const departmentError = (cause: LegacyFailure) =>
  new DepartmentError(cause.code, { department: 'COURT', system: '12368', retryable: cause.retryable, cause });
const told = (error: unknown) => {
  const { exitCode, text } = outcomeOf(error);
  return { exitCode, ...(JSON.parse(text) as object) };
};
const FAULT = { code: 'Client', subcodes: ['X'], reason: '证号不符', actor: null };
const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('an error is told with its exit code', () => {
  it.each<[string, unknown, object]>([
    ['a WSDL', named('WsdlError', 'a.wsdl:7: no such type'), { exitCode: 3, reason: 'a.wsdl:7: no such type' }],
    ['an argument', named('ArgumentError', 'parties/party is missing'), { exitCode: 4, code: 'BAD_USER_INPUT' }],
    [
      'a text that cannot be sent, in the words of the connector',
      new GraphError('BAD_USER_INPUT', { zh: '此字符无法发送', en: 'GBK has no such character' }),
      { exitCode: 4, code: 'BAD_USER_INPUT', message: '此字符无法发送', en: 'GBK has no such character' },
    ],
    ['a bind', named('BindError', 'bind :1 is no number'), { exitCode: 4, reason: 'bind :1 is no number' }],
    [
      'no connection',
      departmentError(unavailable('nobody listens', true, { status: 503 })),
      { exitCode: 5, code: 'DEPARTMENT_UNAVAILABLE', retryable: true, reason: 'nobody listens', status: 503 },
    ],
    ['no answer', departmentError(timedOut('too late')), { exitCode: 6, code: 'DEPARTMENT_TIMEOUT', retryable: true }],
    ['a reply', departmentError(unreadable('no XML')), { exitCode: 7, code: 'DEPARTMENT_DATA_INVALID' }],
    ['a value', new UnreadableAnswer('a/b[2]', 'is no date'), { exitCode: 7, path: 'a/b[2]', reason: 'is no date' }],
    [
      'a fault, with all that it says',
      departmentError(
        keepFault(unavailable('a fault', false), { ...FAULT, detail: { CzFault: { code: '42', who: null } } }),
      ),
      { exitCode: 8, fault: { ...FAULT, detail: { CzFault: { code: '42', who: null } } } },
    ],
    [
      'a fault whose detail cannot be read',
      departmentError(
        keepFault(unavailable('a fault', false), { ...FAULT, detail: { a: new InvalidValue('is no date') } }),
      ),
      { exitCode: 8, fault: { ...FAULT, unreadable: { path: 'a', reason: 'is no date' } } },
    ],
    [
      'an error of the database, in its own words',
      departmentError(
        unreadable('refused', {
          driverCode: 'ORA-00942',
          cause: Object.assign(new Error('ORA-00942: table or view does not exist\nHelp: https://docs.oracle.com'), {
            code: 'ORA-00942',
          }),
        }),
      ),
      { exitCode: 8, driverCode: 'ORA-00942', detail: 'ORA-00942: table or view does not exist' },
    ],
    ['a mistake of the tool', new TypeError('x is undefined'), { exitCode: 1, code: 'INTERNAL' }],
  ])('%s', (_what, error, expected) => {
    expect(told(error)).toMatchObject({
      message: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/[a-z]/),
      retryable: false,
      ...expected,
    });
  });

  it('a command line, with how it is used', () => {
    expect(outcomeOf(new UsageError('缺少 --wsdl', '--wsdl is missing'))).toEqual({
      exitCode: 2,
      text: expect.stringMatching(/^缺少 --wsdl \/ --wsdl is missing\n用法 \/ usage:/),
    });
  });
});
