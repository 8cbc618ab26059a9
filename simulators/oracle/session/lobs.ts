import { ORACLE_TYPES, OracleError } from '#simulators/oracle/engine.ts';
import { LOB_CHUNK_SIZE, LOCATOR_LENGTH, type LobCall, type LobReply } from '#simulators/oracle/messages/lob.ts';

type LobContent = string | Buffer;

/** Bytes at the front of a locator: its length without these two, and its version. Further bytes mark UTF-16 and stay zero. */
const LOCATOR_BODY_LENGTH = LOCATOR_LENGTH - 2;
const LOCATOR_VERSION = 4;
const LOCATOR_NUMBER_OFFSET = 20;

/**
 * The LOBs that one session has handed out, by locator: those of query results until the session ends, temporary ones until
 * the client frees them. A CLOB is a string, measured in UTF-16 code units as Oracle does; a BLOB is a Buffer.
 */
export class LobStore {
  readonly #contents = new Map<string, LobContent>();
  #count = 0;

  /** @returns the locator, 40 bytes */
  keep(content: LobContent): Buffer {
    const locator = Buffer.alloc(LOCATOR_LENGTH);
    locator.writeUInt16BE(LOCATOR_BODY_LENGTH, 0);
    locator.writeUInt16BE(LOCATOR_VERSION, 2);
    this.#count += 1;
    locator.writeUInt32BE(this.#count, LOCATOR_NUMBER_OFFSET);
    this.#contents.set(keyOf(locator), content);
    return locator;
  }

  /** @throws {OracleError} ORA-22275 */
  content(locator: Buffer): LobContent {
    const content = this.#contents.get(keyOf(locator));
    if (content === undefined) throw new OracleError(22275, 'invalid LOB locator specified');
    return content;
  }

  free(locator: Buffer): void {
    this.#contents.delete(keyOf(locator));
  }

  /** Does one LOB operation. @throws {OracleError} ORA-22275 */
  perform({ operation, locator, offset, type, data, amount }: LobCall): LobReply {
    if (operation === 'create') return { locator: this.keep(type === ORACLE_TYPES.BLOB ? Buffer.alloc(0) : '') };
    const content = this.content(locator);
    switch (operation) {
      case 'read': {
        const part = slice(content, offset - 1, offset - 1 + (amount ?? content.length));
        return { locator, data: Buffer.from(part), amount: part.length };
      }
      case 'write':
        this.#contents.set(keyOf(locator), overwrite(content, offset - 1, data));
        return { locator };
      case 'trim':
        this.#contents.set(keyOf(locator), slice(content, 0, amount ?? 0));
        return { locator, amount: amount ?? 0 };
      case 'chunkSize':
        return { locator, amount: LOB_CHUNK_SIZE };
      case 'length':
        return { locator, amount: content.length };
    }
  }
}

function keyOf(locator: Buffer): string {
  return locator.toString('hex');
}

/** A part of the content; text is never cut inside a surrogate pair, which UTF-8 could not carry. */
function slice(content: LobContent, start: number, end: number): LobContent {
  if (Buffer.isBuffer(content)) return content.subarray(start, end);
  const splitsPair = /[\uD800-\uDBFF]/.test(content.charAt(end - 1)) && end < content.length;
  if (!splitsPair) return content.slice(start, end);
  return content.slice(start, end - 1 > start ? end - 1 : end + 1);
}

function overwrite(content: LobContent, start: number, data: Buffer): LobContent {
  if (Buffer.isBuffer(content)) {
    const gap = Buffer.alloc(Math.max(start - content.length, 0));
    return Buffer.concat([content.subarray(0, start), gap, data, content.subarray(start + data.length)]);
  }
  const text = data.toString('utf8');
  return content.slice(0, start).padEnd(start) + text + content.slice(start + text.length);
}
