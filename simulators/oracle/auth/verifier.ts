import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { type AuthParameter, toHex } from '#simulators/oracle/auth/key-agreement.ts';
import { agreeOnKey11g } from '#simulators/oracle/auth/verifier-11g.ts';
import { agreeOnKey12c } from '#simulators/oracle/auth/verifier-12c.ts';

export type VerifierKind = '12c' | '11g';

/** The two halves of one log-on: what the client is asked, and how its answer is judged. */
export interface Verifier {
  readonly challenge: readonly AuthParameter[];
  /**
   * Both arguments in hexadecimal, as the client sent them.
   * @returns AUTH_SVR_RESPONSE, by which the client in turn recognises the server; `undefined` when the password is wrong.
   */
  verify(clientSessionKey: string, encryptedPassword: string): Promise<string | undefined>;
}

const AES_BLOCK = 16;
const SERVER_PROOF = Buffer.from('SERVER_TO_CLIENT');

/** An unknown user (`undefined`) gets a challenge like any other, for a password that nobody can give. */
export async function createVerifier(kind: VerifierKind, password: string | undefined): Promise<Verifier> {
  const expected = Buffer.from(password ?? randomBytes(24).toString('hex'));
  const agreement = kind === '11g' ? agreeOnKey11g(expected) : await agreeOnKey12c(expected);
  const { serverPart, passwordKey, parameters, combine } = agreement;
  return {
    challenge: [
      { key: 'AUTH_SESSKEY', value: toHex(crypt('encrypt', passwordKey, serverPart)), flags: 1 },
      ...parameters,
    ],
    async verify(clientSessionKey, encryptedPassword) {
      const clientKey = Buffer.from(clientSessionKey, 'hex');
      const cipherText = Buffer.from(encryptedPassword, 'hex');
      if (clientKey.length !== serverPart.length || cipherText.length < 2 * AES_BLOCK) return undefined;
      if (cipherText.length % AES_BLOCK !== 0) return undefined;
      const combined = await combine(serverPart, crypt('decrypt', passwordKey, clientKey));
      const given = unpad(crypt('decrypt', combined, cipherText))?.subarray(AES_BLOCK);
      if (given?.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return toHex(crypt('encrypt', combined, Buffer.concat([randomBytes(AES_BLOCK), SERVER_PROOF])));
    },
  };
}

/** AES-CBC by the length of the key, with a zero vector and no padding: fresh random bytes in front do the vector's work. */
function crypt(direction: 'encrypt' | 'decrypt', key: Buffer, data: Buffer): Buffer {
  const algorithm = `aes-${key.length * 8}-cbc`;
  const vector = Buffer.alloc(AES_BLOCK);
  const cipher =
    direction === 'encrypt' ? createCipheriv(algorithm, key, vector) : createDecipheriv(algorithm, key, vector);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** Takes the PKCS #7 padding off; a wrong password gives noise, whose padding is rarely right. */
function unpad(plain: Buffer): Buffer | undefined {
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > AES_BLOCK) return undefined;
  return plain.subarray(0, plain.length - padding);
}
