import { LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';

/** Fault codes of WS-Security (SOAP Message Security 1.1 §12), without their prefix. */
const SECURITY_FAULTS = new Set([
  'UnsupportedSecurityToken',
  'UnsupportedAlgorithm',
  'InvalidSecurity',
  'InvalidSecurityToken',
  'FailedAuthentication',
  'FailedCheck',
  'SecurityTokenUnavailable',
  'MessageExpired',
]);

/** So short that it is nobody's number: it goes to the log. */
const DETAIL_CODE = /^[\w.-]{1,12}$/;

interface Fault {
  readonly code: string;
  /** @default none */
  readonly detailCode?: string;
  /** Whether its sentence speaks of an expired password: WS-Security has one code for all that is wrong with an account. */
  readonly expired: boolean;
}

/**
 * The failure behind what `soap` throws for a reply. Its errors carry the reply's text, so none is kept, not even as a cause;
 * of a SOAP 1.2 fault's detail only the code at the end of `codeAt`, where it looks like one. What it throws before there is
 * a reply is a mistake of ours and is thrown on.
 */
export function failureOf(error: unknown, codeAt?: readonly string[]): LegacyFailure {
  if (error instanceof LegacyFailure) return error;
  const status = Number(field(field(error, 'response'), 'status'));
  if (Number.isNaN(status)) throw error;
  const fault = field(field(field(field(error, 'root'), 'Envelope'), 'Body'), 'Fault');
  if (fault === undefined) return unreadable('the reply is not an envelope that the WSDL describes', { status });
  return faultFailure(status, field(fault, 'Code') === undefined ? fault11(fault) : fault12(fault, codeAt));
}

/** SOAP 1.1 §4.4. */
function fault11(fault: unknown): Fault {
  return { code: faultCode(field(fault, 'faultcode')), expired: saysExpired(field(fault, 'faultstring')) };
}

/** SOAP 1.2 part 1 §5.4. */
function fault12(fault: unknown, codeAt: readonly string[] = []): Fault {
  const detailCode = codeAt.length === 0 ? undefined : codeAt.reduce(field, field(fault, 'Detail'));
  return {
    code: faultCode(field(field(fault, 'Code'), 'Value')),
    expired: saysExpired(field(field(fault, 'Reason'), 'Text')),
    ...(typeof detailCode === 'string' && DETAIL_CODE.test(detailCode) && { detailCode }),
  };
}

/** `Server` and `Receiver` may succeed later; a fault inside a 200 breaks SOAP 1.1 §6.2 and 1.2 part 2 §7.5.2.2. */
function faultFailure(status: number, { code, detailCode, expired }: Fault): LegacyFailure {
  const facts = { status, faultCode: code, ...(detailCode !== undefined && { detailCode }) };
  if (status === 200) return unreadable('a fault inside a 200', { status, faultCode: code });
  const local = code.slice(code.indexOf(':') + 1);
  if (SECURITY_FAULTS.has(local) || local.startsWith('Client.Authentication')) {
    const reason = expired ? 'the password of our account has expired' : 'the system refuses our credentials';
    return unavailable(reason, false, facts);
  }
  return unavailable('the system answered with a fault', /^(Server|Receiver)/.test(local), facts);
}

/** The sentence is compared, and never kept. */
function saysExpired(value: unknown): boolean {
  const text = typeof value === 'string' ? value : field(value, '$value');
  return typeof text === 'string' && /(口令|密码|password).*(过期|expired)/i.test(text);
}

/** The code where it looks like one: it goes to the log, and a fault may hold anything. */
function faultCode(value: unknown): string {
  const text = typeof value === 'string' ? value : field(value, '$value');
  return typeof text === 'string' && /^[\w.:-]{1,80}$/.test(text) ? text : 'unknown';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
