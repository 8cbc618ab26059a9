import type { Purpose } from '#schema/purposes.ts';

/** The departments' subgraphs, and our own two: the cases, and who may see them. */
export const SUBGRAPHS = ['casework', 'court', 'legal-aid', 'police', 'procuratorate', 'notary', 'access'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Who may sign envelopes: the gateway for its callers, casework when it asks the owners for them, access when it has a decision explained. */
export type EnvelopeSigner = 'gateway' | 'casework' | 'access';

/** Seconds for which an envelope may be used. It is made for one request and sent at once. */
export const ENVELOPE_SECONDS = 30;
/** HTTP header that carries the envelope. */
export const ENVELOPE_HEADER = 'x-envelope';

/** On whose behalf a subgraph is asked. No personal data: `subject` is the token's opaque `sub`, unique with its `issuer`. */
export interface Principal {
  readonly issuer: string;
  /** The account's name, for `Query.me` alone: it is in no log. */
  readonly username: string;
  readonly subject: string;
  readonly roles: ReadonlySet<string>;
  readonly agency: string | null;
  readonly staffNo: string | null;
  readonly licenceNo: string | null;
}

/** What the envelope says, besides that it holds for one audience, one body and a few seconds. */
export interface EnvelopeContent {
  readonly principal: Principal;
  readonly purpose: Purpose | null;
  /** The one case that exists for this request (`x-case`), or null. */
  readonly onlyCase: string | null;
  readonly requestId: string;
  /** SHA-256 of the client's document, hex; null where no client's document stands behind the request. */
  readonly operation: string | null;
}

export interface VerifiedEnvelope extends EnvelopeContent {
  readonly signer: EnvelopeSigner;
}
