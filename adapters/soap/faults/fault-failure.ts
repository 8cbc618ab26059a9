import {
  accountRefused,
  type FailureDetails,
  type LegacyFailure,
  unavailable,
  unreadable,
} from '#adapters/connector/failures.ts';
import { keepFault } from '#adapters/soap/faults/kept-fault.ts';
import { saysExpired } from '#adapters/soap/faults/sentences.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';

/** WS-Security's codes for a token that is not accepted (SOAP Message Security 1.1 §12); Apache CXF says SecurityError for all of them. */
const ACCOUNT_FAULTS = new Set([
  'FailedAuthentication',
  'InvalidSecurityToken',
  'InvalidSecurity',
  'FailedCheck',
  'SecurityError',
]);
/** Those for a header that it cannot use, whoever we are. */
const HEADER_FAULTS = new Set([
  'UnsupportedSecurityToken',
  'UnsupportedAlgorithm',
  'SecurityTokenUnavailable',
  'MessageExpired',
]);

/** A name, so short that it is nobody's number: it goes to the log. */
const CODE = /^[A-Za-z][\w.-]{0,79}$/;

/**
 * What a fault means. `Server` and `Receiver` may succeed later; a fault inside a 200 breaks SOAP 1.1 §6.2 and 1.2 part 2 §7.5.2.2, and
 * what else such a server does not mean is not guessed.
 * @param detailCode what the system's rule found in the detail
 */
export function faultFailure(fault: SoapFault, status: number, detailCode: string | null = null): LegacyFailure {
  const codes = [fault.code, ...fault.subcodes].map((each) => (CODE.test(each) ? each : 'unknown'));
  const facts = { status, faultCode: codes.join('/'), ...(detailCode !== null && { detailCode }) };
  return keepFault(failureOf(codes, fault.reason, facts), fault);
}

type Facts = FailureDetails & { readonly status: number; readonly faultCode: string };

function failureOf(codes: readonly string[], sentence: string, facts: Facts): LegacyFailure {
  const { status, faultCode } = facts;
  if (status === 200) return unreadable('a fault inside a 200', { status, faultCode });
  if (codes.some((code) => ACCOUNT_FAULTS.has(code) || code.startsWith('Client.Authentication'))) {
    const isExpired = saysExpired(sentence);
    return accountRefused(
      isExpired ? 'the password of our account has expired' : 'the system refuses our credentials',
      facts,
    );
  }
  if (codes.some((code) => HEADER_FAULTS.has(code))) {
    return unavailable('the system does not accept our security header', false, facts);
  }
  return unavailable('the system answered with a fault', /^(Server|Receiver)/.test(faultCode), facts);
}
