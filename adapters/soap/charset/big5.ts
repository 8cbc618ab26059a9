import iconv from 'iconv-lite';

/** Below the second byte of any character: behind such a byte a new character begins. */
const FIRST_TRAIL = 0x40;

/**
 * Decodes Big5 with the characters of Hong Kong as it comes; `null` ends it. Not by ICU, which has private characters for these and for
 * wrong bytes, and not by iconv-lite's own stream, which loses one where a piece ends within a character: pieces are cut where none does.
 */
export function createBig5Decoder(): (chunk: Buffer | null) => string {
  let held: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const all = chunk ? Buffer.concat([held, chunk]) : held;
    const end = chunk ? all.findLastIndex((byte) => byte < FIRST_TRAIL) + 1 : all.length;
    held = all.subarray(end);
    return iconv.decode(all.subarray(0, end), 'big5-hkscs', { stripBOM: false });
  };
}
