import type { JSONWebKeySet } from 'jose';
import { type CheckpointSigner, createSignatureVerifier } from '#auth/audit/signature.ts';
import { type AuditAlgorithm, isAuditAlgorithm } from '#auth/keys/algorithms.ts';

/** A signed tree head (RFC 6962 §3.5): so many records of this log have this root. */
export interface Checkpoint {
  readonly log: string;
  /** Number of records. */
  readonly size: number;
  /** Of the Merkle tree: 32 bytes, base64. */
  readonly root: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** `audit-<log>`: no other key speaks for this log. */
  readonly key: string;
  readonly algorithm: AuditAlgorithm;
  /** 64 bytes, base64. */
  readonly signature: string;
}

export function signCheckpoint(
  head: Pick<Checkpoint, 'log' | 'size' | 'root' | 'at'>,
  { key, algorithm, sign }: CheckpointSigner,
): Checkpoint {
  const unsigned = { log: head.log, size: head.size, root: head.root, at: head.at, key, algorithm };
  return { ...unsigned, signature: sign(signedBytes(unsigned)).toString('base64') };
}

/** One line of JSON, without the newline: as it lies in a file `checkpoints` and as it is sent. */
export function formatCheckpoint({ log, size, root, at, key, algorithm, signature }: Checkpoint): string {
  return JSON.stringify({ log, size, root, at, key, algorithm, signature });
}

/** Null for what is not exactly a checkpoint as {@link formatCheckpoint} writes it. Says nothing of its signature. */
export function parseCheckpoint(line: string): Checkpoint | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  return isCheckpoint(value) && formatCheckpoint(value) === line ? value : null;
}

/** Whether a checkpoint is signed by the key of its log: the key set holds public halves, several with one `kid` where a key was renewed. */
export function createCheckpointVerifier(keys: JSONWebKeySet): (checkpoint: Checkpoint) => boolean {
  const verify = createSignatureVerifier(keys);
  return (checkpoint) =>
    checkpoint.key === auditKeyOf(checkpoint.log) &&
    verify(signedBytes(checkpoint), Buffer.from(checkpoint.signature, 'base64'), checkpoint);
}

/** The id of the key that signs a log's checkpoints. */
export function auditKeyOf(log: string): string {
  return `audit-${log}`;
}

/** The first line keeps the signature from meaning anything else. No part holds a newline (`isCheckpoint`). */
function signedBytes({ log, size, root, at, key, algorithm }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(['zhengfa-graph audit checkpoint 1', log, size, root, at, key, algorithm, ''].join('\n'));
}

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { log, size, root, at, key, algorithm, signature } = value as Record<keyof Checkpoint, unknown>;
  return (
    typeof log === 'string' &&
    NAME.test(log) &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    isBase64(root, 32) &&
    typeof at === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) &&
    typeof key === 'string' &&
    NAME.test(key) &&
    isAuditAlgorithm(algorithm) &&
    isBase64(signature, 64)
  );
}

function isBase64(value: unknown, bytes: number): boolean {
  if (typeof value !== 'string') return false;
  const decoded = Buffer.from(value, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === value;
}
