import { type JWTPayload, jwtVerify } from 'jose';
import type { EnvelopeSigner, SubgraphName, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { ReplayGuard } from '#auth/envelope/replay-guard.ts';
import { bodyHash } from '#auth/envelope/sign.ts';
import { anyOf, isKeyOf, type TrustedKeys } from '#auth/keys/live-keys.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { parsePurpose } from '#schema/purposes.ts';

export interface EnvelopeVerifier {
  /** The caller behind one request body. Throws UNAUTHENTICATED for anything that is not a fresh envelope for this subgraph and this body. */
  verify(envelope: string | undefined, body: string): Promise<VerifiedEnvelope>;
}

const SIGNERS = ['gateway', 'casework', 'access'] as const satisfies readonly EnvelopeSigner[];
/** Clocks within one deployment agree better than this. */
const CLOCK_TOLERANCE_SECONDS = 5;

export function createEnvelopeVerifier(audience: SubgraphName, trusted: TrustedKeys): EnvelopeVerifier {
  const keys = anyOf(trusted);
  const replays = new ReplayGuard();
  return {
    async verify(envelope, body) {
      if (!envelope) throw refused();
      try {
        const { payload, protectedHeader } = await jwtVerify(envelope, keys, {
          audience,
          algorithms: ['EdDSA', 'Ed25519'],
          typ: 'envelope+jwt',
          requiredClaims: ['iss', 'sub', 'iat', 'exp', 'jti', 'rid', 'body'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
        });
        // A key signs for its own holder only: the gateway's key cannot speak as casework.
        const signer = SIGNERS.find((each) => each === payload.iss);
        if (signer === undefined || !isKeyOf(`envelope-${signer}`, protectedHeader.kid)) throw refused();
        if (payload.body !== bodyHash(body)) throw refused();
        if (!replays.firstSeen(String(payload.jti), Number(payload.exp) + CLOCK_TOLERANCE_SECONDS)) throw refused();
        return read(signer, payload);
      } catch (error) {
        throw error instanceof GraphError ? error : refused(error);
      }
    },
  };
}

function read(signer: EnvelopeSigner, payload: JWTPayload): VerifiedEnvelope {
  return {
    signer,
    principal: {
      issuer: text(payload.issuer) ?? '',
      username: text(payload.username) ?? '',
      subject: String(payload.sub),
      roles: new Set(Array.isArray(payload.roles) ? payload.roles.filter((role) => typeof role === 'string') : []),
      agency: text(payload.agency),
      staffNo: text(payload.staffNo),
      licenceNo: text(payload.licenceNo),
    },
    purpose: parsePurpose(text(payload.purpose) ?? undefined),
    onlyCase: text(payload.case),
    requestId: String(payload.rid),
    operation: text(payload.op),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function refused(cause?: unknown): GraphError {
  return new GraphError('UNAUTHENTICATED', {
    zh: '子图只接受网关签发的请求封套。',
    en: 'The subgraph accepts only requests in an envelope that the gateway signed.',
    cause,
  });
}
