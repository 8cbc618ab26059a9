import type { LegacyFailure } from '#adapters/connector/failures.ts';
import type { SoapFault } from '#adapters/soap/read/reply.ts';

/** Beside the failures, not in them: no log and no inspection of a failure comes upon what a fault says of somebody. */
const faults = new WeakMap<Error, SoapFault>();

export function keepFault(failure: LegacyFailure, fault: SoapFault): LegacyFailure {
  faults.set(failure, fault);
  return failure;
}

/**
 * The fault behind an error, its detail typed where the WSDL declares it; `null` where there is none. It may hold anybody's data: it is
 * for whoever asked, never for a log.
 */
export function faultOf(error: unknown): SoapFault | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const fault = faults.get(each);
    if (fault) return fault;
  }
  return null;
}
