import { createHash, randomBytes } from 'node:crypto';
import { type KeyAgreement, toHex } from '#simulators/oracle/auth/key-agreement.ts';

/** What AUTH_VFR_DATA's flags say. */
const VERIFIER_TYPE = 0x1b25;
const PART_LENGTH = 48;
const KEY_LENGTH = 24;

/**
 * The 11g verifier: salted SHA-1, filled with zeros to an AES-192 key. The session key is MD5 over the XOR of the middle 24
 * bytes of both halves, in two runs.
 */
export function agreeOnKey11g(password: Buffer): KeyAgreement {
  const salt = randomBytes(10);
  return {
    serverPart: randomBytes(PART_LENGTH),
    passwordKey: Buffer.concat([createHash('sha1').update(password).update(salt).digest(), Buffer.alloc(4)]),
    parameters: [{ key: 'AUTH_VFR_DATA', value: toHex(salt), flags: VERIFIER_TYPE }],
    async combine(serverPart, clientPart) {
      const client = clientPart.subarray(16, 16 + KEY_LENGTH);
      const server = serverPart.subarray(16, 16 + KEY_LENGTH);
      const mixed = Buffer.from(server.map((byte, index) => byte ^ (client[index] ?? 0)));
      return Buffer.concat([md5(mixed.subarray(0, 16)), md5(mixed.subarray(16))]).subarray(0, KEY_LENGTH);
    },
  };
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}
