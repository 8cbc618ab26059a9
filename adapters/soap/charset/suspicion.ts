import { isAscii } from 'node:buffer';

/** Tells UTF-8 that says it is GBK. */
export interface Utf8Suspicion {
  write(chunk: Buffer): void;
  isUtf8(): boolean;
}

/** Chinese in UTF-8 takes three bytes a character: nothing below U+0800 can tell, for 女 and 路 in GBK are well-formed UTF-8 of two. */
const CHINESE = /[\u0800-\u{10ffff}]/u;

/**
 * A body that says GBK and is well-formed UTF-8 throughout, with Chinese in it, is UTF-8: each pair of its bytes would read as some other
 * character, so that no byte is wrong and every value is. GBK of more than a few characters is never well-formed UTF-8.
 */
export function createUtf8Suspicion(): Utf8Suspicion {
  let decoder: InstanceType<typeof TextDecoder> | null = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let isBetween = true;
  let sawChinese = false;
  return {
    write(chunk) {
      if (!decoder || (isBetween && isAscii(chunk))) return;
      try {
        const text = decoder.decode(chunk, { stream: true });
        sawChinese ||= CHINESE.test(text);
        isBetween = (chunk.at(-1) ?? 0) < 0x80;
      } catch {
        decoder = null;
      }
    },
    isUtf8() {
      try {
        decoder?.decode();
      } catch {
        decoder = null;
      }
      return decoder !== null && sawChinese;
    },
  };
}
