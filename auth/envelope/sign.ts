import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import {
  ENVELOPE_SECONDS,
  type EnvelopeContent,
  type EnvelopeSigner,
  type SubgraphName,
} from '#auth/envelope/envelope.ts';
import { readySigningKey, type SigningKey } from '#auth/keys/live-keys.ts';

export interface EnvelopeMaker {
  /** Seals one request body for one subgraph. */
  sign(content: EnvelopeContent, audience: SubgraphName, body: string): Promise<string>;
}

/** Makes envelopes with an Ed25519 key (RFC 8037); the key's `kid` tells the receiver which public key to use. */
export async function createEnvelopeMaker(signer: EnvelopeSigner, signingKey: SigningKey): Promise<EnvelopeMaker> {
  const ready = await readySigningKey(signingKey);
  return {
    async sign({ principal, purpose, onlyCase, requestId, operation }, audience, body) {
      const { key, kid } = await ready();
      return new SignJWT({
        issuer: principal.issuer,
        username: principal.username,
        roles: [...principal.roles],
        agency: principal.agency,
        staffNo: principal.staffNo,
        licenceNo: principal.licenceNo,
        purpose,
        case: onlyCase,
        rid: requestId,
        op: operation,
        body: bodyHash(body),
      })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'envelope+jwt', kid })
        .setIssuer(signer)
        .setAudience(audience)
        .setSubject(principal.subject)
        .setIssuedAt()
        .setExpirationTime(`${ENVELOPE_SECONDS}s`)
        .setJti(randomUUID())
        .sign(key);
    },
  };
}

/** Binds operation and variables: SHA-256 of the request body's bytes, base64url. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}
