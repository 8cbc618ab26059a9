import iconv from 'iconv-lite';
import type { Charset } from '#adapters/soap/charset/names.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** What iconv-lite calls them; the BOM that UTF-16 needs is ours. Big5 without the characters of Hong Kong, which not every system has. */
const ICONV: Readonly<Record<Charset, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5: 'cp950',
};

/**
 * The bytes of a text, UTF-16 with a BOM, once it is sure that they read as that very text again.
 * @throws GraphError BAD_USER_INPUT that names the first character which the charset lacks (by its code point: `U+E5E5`).
 */
export function encodeBody(text: string, charset: Charset): Buffer {
  const bytes = iconv.encode(text, ICONV[charset]);
  if (reads(bytes, text, charset)) return charset.startsWith('utf-16') ? withBom(bytes, charset) : bytes;
  const lacking = [...text].find((character) => !reads(iconv.encode(character, ICONV[charset]), character, charset));
  const name = `U+${(lacking?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `输入含有对方系统字符集（${charset.toUpperCase()}）没有的字符 ${name}。`,
    en: `The input holds the character ${name}, which the other system's charset (${charset.toUpperCase()}) lacks.`,
  });
}

function withBom(bytes: Buffer, charset: Charset): Buffer {
  return Buffer.concat([Buffer.from(charset === 'utf-16le' ? 'fffe' : 'feff', 'hex'), bytes]);
}

/** As `createBodyDecoder` reads them. */
function reads(bytes: Buffer, text: string, charset: Charset): boolean {
  if (charset === 'big5') return iconv.decode(bytes, 'big5-hkscs') === text;
  return decoded(bytes, charset) === text;
}

function decoded(bytes: Buffer, charset: Charset): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
