import { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type LegacyFailure, unavailable } from '#adapters/connector/failures.ts';

/** Who we are towards a system and whom we take for it, all PEM. */
export interface TlsIdentity {
  /** Our client certificate, with the intermediate ones where there are any. */
  readonly certificate: string;
  readonly key: string;
  /** The authorities that sign the system's certificate; no others are trusted. */
  readonly authority: string;
}

/** A TLS identity that was read once and gives its key away no more. */
export interface ClientTls {
  readonly secureContext: SecureContext;
  /** @throws LegacyFailure DEPARTMENT_UNAVAILABLE from the moment our certificate ends: the system would only hang up. */
  requireCurrent(): void;
}

/** @throws Error where certificate, key and authority cannot be read or do not belong together; it holds none of them. */
export function createClientTls(identity: TlsIdentity | Pick<TlsIdentity, 'authority'>, now = Date.now): ClientTls {
  try {
    const own = 'certificate' in identity ? { cert: identity.certificate, key: identity.key } : {};
    const secureContext = createSecureContext({ ...own, ca: identity.authority });
    const validTo =
      own.cert === undefined ? Number.POSITIVE_INFINITY : Date.parse(new X509Certificate(own.cert).validTo);
    return {
      secureContext,
      requireCurrent() {
        if (now() > validTo) {
          throw unavailable('our client certificate has expired', false, { validTo: new Date(validTo).toISOString() });
        }
      },
    };
  } catch {
    // OpenSSL's reason is not kept: it stands next to a private key.
    throw new Error('the client certificate, its key or the authority cannot be read, or do not belong together');
  }
}

/** What OpenSSL and Node.js call a certificate of the other side that we do not accept. */
const NOT_TRUSTED =
  /^(CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/;
/** An alert of the other side (RFC 8446 §6.2): it does not accept our certificate, or nothing that we offer. */
const ALERT = /^ERR_SSL_.*ALERT_/;

/** The failure of a connection that TLS did not let come about, or `undefined` where TLS was not the reason. */
export function tlsFailure({ code = '' }: { readonly code?: string | undefined }): LegacyFailure | undefined {
  if (NOT_TRUSTED.test(code)) return unavailable(`the system's certificate is not trusted: ${code}`, false);
  if (ALERT.test(code)) return unavailable(`the system refuses our certificate or TLS: ${code}`, false);
  return undefined;
}
