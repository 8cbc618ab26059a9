import { ENVELOPE_HEADER, type EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { GrantsVerifier } from '#auth/grants/verify.ts';
import { createAgent, NoAnswer, postJson } from '#service/http/post-json.ts';

/** A caller's live grants for one case, and what access signed of them, for the owners to verify. */
export interface AskedGrants {
  readonly token: string | null;
  readonly grants: readonly LiveGrant[];
}

export const NO_GRANTS: AskedGrants = { token: null, grants: [] };

export interface GrantsClient {
  /** Asked in the same way whether there is such a case or not. @throws NoAnswer where access does not say */
  ask(caller: EnvelopeContent, caseUid: string, signal?: AbortSignal): Promise<AskedGrants>;
  close(): Promise<void>;
}

export interface GrantsClientOptions {
  /** Of the access subgraph (`…/graphql`). */
  readonly address: string;
  readonly envelopes: EnvelopeMaker;
  readonly verifier: GrantsVerifier;
  /** Milliseconds for one whole answer. @default 3000 */
  readonly timeoutMs?: number;
}

/** Asks the access subgraph at `POST /grants`, in an envelope of casework's. What it answers counts by its signature alone. */
export function createGrantsClient({
  address,
  envelopes,
  verifier,
  timeoutMs = 3_000,
}: GrantsClientOptions): GrantsClient {
  const agent = createAgent();
  const url = new URL('/grants', address).href;
  return {
    async ask(caller, caseUid, signal) {
      const { requestId, principal } = caller;
      const { issuer, subject } = principal;
      const body = JSON.stringify({ issuer, subject, caseUid });
      const headers = { [ENVELOPE_HEADER]: await envelopes.sign(caller, 'access', body) };
      const { status, value } = await postJson(url, { agent, headers, body, timeoutMs, signal });
      const { grants: token } = value;
      if (status !== 200 || (token !== null && typeof token !== 'string'))
        throw new NoAnswer(`the access subgraph answered with status ${status}`);
      if (token === null) return NO_GRANTS;
      return { token, grants: await verifier.verify(token, { requestId, subject, caseUid }) };
    },
    close: () => agent.close(),
  };
}
