import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type FailureDetails, LegacyFailure, unreadable } from '#adapters/connector/failures.ts';
import { createReplyVerifier } from '#adapters/soap/security/reply-verifier.ts';
import type { ReplySignature } from '#adapters/soap/security/settings.ts';
import { notSigned } from '#adapters/soap/security/signed-parts.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';

/** @throws LegacyFailure as `VerifyReply` does; the signal's reason where it aborts */
export type Verification = (xml: string, signal: AbortSignal) => Promise<string>;

/** What a thread is given, and what it answers. */
export interface Task {
  readonly xml: string;
  readonly setting: ReplySignature;
  readonly version: SoapVersion;
}
export type Outcome = { readonly text: string } | { readonly reason: string; readonly facts: FailureDetails };

/** Characters that take some milliseconds. */
const SHORT = 16 * 1024;
const THREAD = new URL('./verification-thread.ts', import.meta.url);
/** Of a thread, in MiB: what needs more fails, and nobody else does. */
const MEMORY = { maxOldGenerationSizeMb: 1024 };

/**
 * Checks short replies at once and long ones in a thread of their own: the checker's parser and its searches take seconds for a megabyte.
 * @throws Error where the setting holds no certificate
 */
export function createVerification(setting: ReplySignature, version: SoapVersion): Verification {
  const verify = createReplyVerifier(setting, version);
  return async (xml, signal) => (xml.length <= SHORT ? verify(xml) : verifyInThread({ xml, setting, version }, signal));
}

async function verifyInThread(workerData: Task, signal: AbortSignal): Promise<string> {
  const thread = new Worker(THREAD, { workerData, resourceLimits: MEMORY });
  try {
    const [outcome]: Outcome[] = await once(thread, 'message', { signal });
    if (outcome && 'text' in outcome) return outcome.text;
    throw unreadable(outcome?.reason ?? 'the reply was not checked', outcome?.facts);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof LegacyFailure ? error : notSigned('its signature cannot be checked');
  } finally {
    await thread.terminate();
  }
}
