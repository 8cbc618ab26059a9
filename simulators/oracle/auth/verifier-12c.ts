import { createHash, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type KeyAgreement, toHex } from '#simulators/oracle/auth/key-agreement.ts';

const derive = promisify(pbkdf2);

/** What AUTH_VFR_DATA's flags say. */
const VERIFIER_TYPE = 0x4815;
const GENERATION_ROUNDS = 4096;
const SESSION_ROUNDS = 3;
/** Both halves have 32 bytes: with 48 a client would mix the keys as for 11g. */
const PART_LENGTH = 32;
const PURPOSE = Buffer.from('AUTH_PBKDF2_SPEEDY_KEY');

/**
 * The 12c verifier: PBKDF2 over SHA-512. The password key is the first 32 bytes of `SHA512(derived || salt)`; the session
 * key is derived from the hexadecimal text of both halves, the client's first.
 */
export async function agreeOnKey12c(password: Buffer): Promise<KeyAgreement> {
  const salt = randomBytes(16);
  const sessionSalt = randomBytes(16);
  const derived = await derive(password, Buffer.concat([salt, PURPOSE]), GENERATION_ROUNDS, 64, 'sha512');
  return {
    serverPart: randomBytes(PART_LENGTH),
    passwordKey: createHash('sha512').update(derived).update(salt).digest().subarray(0, 32),
    parameters: [
      { key: 'AUTH_VFR_DATA', value: toHex(salt), flags: VERIFIER_TYPE },
      { key: 'AUTH_PBKDF2_CSK_SALT', value: toHex(sessionSalt) },
      { key: 'AUTH_PBKDF2_VGEN_COUNT', value: String(GENERATION_ROUNDS) },
      { key: 'AUTH_PBKDF2_SDER_COUNT', value: String(SESSION_ROUNDS) },
    ],
    combine: (serverPart, clientPart) =>
      derive(toHex(Buffer.concat([clientPart, serverPart])), sessionSalt, SESSION_ROUNDS, 32, 'sha512'),
  };
}
