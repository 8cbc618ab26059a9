import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { REGISTRY_SCHEMA } from '#subgraphs/casework/registry/schema.ts';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce, the tag, the ciphertext. The party's id is authenticated with it,
 * so that a name cannot be moved to another party.
 */
export function encryptDisplayName(key: KeyObject, partyUid: string, name: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(associated(partyUid));
  const ciphertext = Buffer.concat([cipher.update(name, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** Throws {@link DatabaseError} NAME_NOT_AUTHENTIC for another key, another party or a damaged value. */
export function decryptDisplayName(key: KeyObject, partyUid: string, encrypted: Buffer): string {
  try {
    const nonce = encrypted.subarray(0, NONCE_BYTES);
    const tag = encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(associated(partyUid))
      .setAuthTag(tag);
    const ciphertext = encrypted.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  } catch {
    throw new DatabaseError(REGISTRY_SCHEMA.name, 'decryptDisplayName', 'NAME_NOT_AUTHENTIC');
  }
}

function associated(partyUid: string): Buffer {
  return Buffer.from(`registry.parties.display_name:${partyUid}`);
}
