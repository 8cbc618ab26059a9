/** One AUTH_ parameter of the challenge; flags matter on AUTH_VFR_DATA, where they name the verifier. */
export interface AuthParameter {
  readonly key: string;
  readonly value: string;
  readonly flags?: number;
}

/** What differs between the kinds of verifier. */
export interface KeyAgreement {
  /** The server's random half of the session key. */
  readonly serverPart: Buffer;
  /** Derived from the password; encrypts both halves. */
  readonly passwordKey: Buffer;
  readonly parameters: readonly AuthParameter[];
  combine(serverPart: Buffer, clientPart: Buffer): Promise<Buffer>;
}

export function toHex(bytes: Buffer): string {
  return bytes.toString('hex').toUpperCase();
}
