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

/**
 * The failure behind what `soap` throws for a reply. Its errors carry the reply's text, so none is kept, not even as a cause.
 * What it throws before there is a reply is a mistake of ours and is thrown on.
 */
export function failureOf(error: unknown): LegacyFailure {
  if (error instanceof LegacyFailure) return error;
  const status = Number(field(field(error, 'response'), 'status'));
  if (Number.isNaN(status)) throw error;
  const fault = field(field(field(field(error, 'root'), 'Envelope'), 'Body'), 'Fault');
  if (fault === undefined) return unreadable('the reply is not an envelope that the WSDL describes', { status });
  return faultFailure(status, faultCode(field(fault, 'faultcode')));
}

/** SOAP 1.1 §4.4.1 (codes) and §6.2 (a fault comes with status 500). */
function faultFailure(status: number, code: string): LegacyFailure {
  const facts = { status, faultCode: code };
  if (status === 200) return unreadable('a fault inside a 200', facts);
  const local = code.slice(code.indexOf(':') + 1);
  if (SECURITY_FAULTS.has(local) || local.startsWith('Client.Authentication')) {
    return unavailable('the system refuses our credentials', false, facts);
  }
  return unavailable('the system answered with a fault', local.startsWith('Server'), facts);
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
