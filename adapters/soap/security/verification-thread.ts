import { parentPort, workerData } from 'node:worker_threads';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import { createReplyVerifier } from '#adapters/soap/security/reply-verifier.ts';
import type { Outcome, Task } from '#adapters/soap/security/verification.ts';

/** The thread of one long reply; it answers once. */
function outcomeOf({ xml, setting, version }: Task): Outcome {
  try {
    return { text: createReplyVerifier(setting, version)(xml) };
  } catch (error) {
    if (!(error instanceof LegacyFailure)) throw error;
    return { reason: error.message, facts: error.facts };
  }
}

parentPort?.postMessage(outcomeOf(workerData as Task));
