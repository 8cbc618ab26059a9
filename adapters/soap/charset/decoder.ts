import { unreadable } from '#adapters/connector/failures.ts';
import { createBig5Decoder } from '#adapters/soap/charset/big5.ts';
import { type CharsetRule, chooseCharset, reading } from '#adapters/soap/charset/choose.ts';
import type { Charset } from '#adapters/soap/charset/names.ts';
import { BOM_BYTES, bomOf } from '#adapters/soap/charset/signs.ts';
import { createUtf8Suspicion } from '#adapters/soap/charset/suspicion.ts';

/** Bytes in, text out. Bytes that are wrong come out as U+FFFD: it is for the reader to refuse the values that hold one. */
export interface BodyDecoder {
  /** May hold bytes back: an incomplete character, and the beginning until its charset is known. @throws LegacyFailure */
  write(chunk: Buffer): string;
  /** @throws LegacyFailure DEPARTMENT_DATA_INVALID where the body said GBK and is UTF-8 throughout */
  end(): string;
  /** `undefined` until it is known. */
  readonly charset: Charset | undefined;
}

export interface BodyDecoderOptions {
  /** The header's value; `''` for none. */
  readonly contentType: string;
  readonly rule?: CharsetRule;
}

/** An XML declaration does not come longer than this. */
const MAX_PROLOG_BYTES = 512;

/** @see chooseCharset for how the charset is found. */
export function createBodyDecoder({ contentType, rule = {} }: BodyDecoderOptions): BodyDecoder {
  let head: Buffer | null = Buffer.alloc(0);
  let charset: Charset | undefined;
  let decode: Decode = () => '';
  let suspicion: ReturnType<typeof createUtf8Suspicion> | null = null;

  function start(beginning: Buffer): string {
    const chosen = chooseCharset(beginning, contentType, rule);
    head = null;
    charset = chosen.charset;
    decode = decodeOf(reading(charset));
    if (reading(charset) === 'gb18030') suspicion = createUtf8Suspicion();
    return next(beginning.subarray(chosen.skip));
  }

  function next(chunk: Buffer): string {
    suspicion?.write(chunk);
    return decode(chunk);
  }

  return {
    write(chunk) {
      if (!head) return next(chunk);
      head = Buffer.concat([head, chunk]);
      return isComplete(head) ? start(head) : '';
    },
    end() {
      const text = (head ? start(head) : '') + decode(null);
      if (suspicion?.isUtf8()) throw unreadable('the reply says GBK and is UTF-8');
      return text;
    },
    get charset() {
      return charset;
    },
  };
}

/** Whether a BOM and an XML declaration, if there are any, are wholly there. */
function isComplete(head: Buffer): boolean {
  if (head.length < BOM_BYTES) return false;
  const text = head
    .subarray(bomOf(head)?.bytes ?? 0, MAX_PROLOG_BYTES)
    .toString('latin1')
    .replaceAll('\0', '')
    .trimStart();
  const mayBeProlog = '<?xml'.startsWith(text.slice(0, 5));
  return head.length >= MAX_PROLOG_BYTES || !mayBeProlog || text.includes('?>');
}

/** `null` ends it. */
type Decode = (chunk: Buffer | null) => string;

function decodeOf(charset: Charset): Decode {
  if (charset === 'big5') return createBig5Decoder();
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}
