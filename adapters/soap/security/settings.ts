import type { TlsIdentity } from '#adapters/soap/security/tls.ts';

/** What a system demands of a request. A system may demand several: a token and a signature, a token and a client certificate. */
export type SecuritySetting = UsernameToken | X509Signature | BasicAuthentication | MutualTls | OwnAuthority;

/** WS-Security UsernameToken Profile 1.0: the password as it is, or as a digest with a nonce of its own each time. */
export interface UsernameToken {
  readonly kind: 'wsse-text' | 'wsse-digest';
  readonly user: string;
  readonly password: string;
  /** A `wsu:Timestamp` beside it, of ten minutes. @default false: a signature brings its own */
  readonly timestamp?: boolean;
}

/** WS-Security X.509 Token Profile 1.0: body, timestamp and UsernameToken are signed by RSA. */
export interface X509Signature {
  readonly kind: 'wsse-x509';
  /** PEM, one certificate. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
  /** @default the key is not encrypted */
  readonly passphrase?: string;
  /** @default true */
  readonly timestamp?: boolean;
  /** `sha1` is for systems of before 2010, which know nothing else. @default 'sha256' */
  readonly digest?: 'sha1' | 'sha256';
}

/** RFC 7617. */
export interface BasicAuthentication {
  readonly kind: 'basic';
  readonly user: string;
  readonly password: string;
}

/** TLS with a client certificate; no authorities but those that are given. */
export interface MutualTls extends TlsIdentity {
  readonly kind: 'mtls';
}

/** TLS without a client certificate, against authorities of our own choice. */
export interface OwnAuthority {
  readonly kind: 'tls';
  /** PEM. */
  readonly authority: string;
}

/** How a system signs its replies; every reply must be signed so, its timestamp too. */
export type ReplySignature = (PinnedCertificate | TrustedAuthority) & {
  /** Whether a fresh and signed `wsu:Timestamp` is demanded: without one an old reply passes for a new one. @default true */
  readonly timestamp?: boolean;
  /** Whether SHA-1 counts: for systems of before 2010, which know nothing else. @default false */
  readonly sha1?: boolean;
};

/** By this very certificate, whatever the reply says of it. */
export interface PinnedCertificate {
  /** PEM. */
  readonly certificate: string;
}

/** By a certificate that comes with the reply, from this authority and in this name: an authority issues them to others too. */
export interface TrustedAuthority {
  /** PEM, the one that issues it. */
  readonly authority: string;
  /** The certificate's common name. */
  readonly commonName: string;
}
