import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { unreadable } from '#adapters/connector/failures.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** The charsets of bodies, by what is really in them. */
export type Charset = 'utf-8' | 'gb18030';

/** Old systems declare GBK, or less, and send all of GB 18030-2005, four-byte characters included. */
const CHARSETS: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
]);

/**
 * The text of an XML body in the charset that header and XML declaration name (RFC 7303 §3; without either it is UTF-8).
 * Nothing is replaced and nothing guessed: what would have to be is refused, and so is a body that says GBK and is UTF-8
 * throughout, since every pair of its bytes would read as some other character.
 * @param contentType the header's value
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID
 */
export function decodeBody(body: Buffer, contentType: string): string {
  const declared = [
    /;\s*charset="?([^\s";]+)/i.exec(contentType)?.[1],
    /^<\?xml[^>]*?\sencoding=["']([^"']+)["']/.exec(body.toString('latin1', 0, 200))?.[1],
  ].flatMap((name) => (name === undefined ? [] : [CHARSETS.get(name.toLowerCase())]));
  const [charset = 'utf-8', ...more] = new Set(declared);
  if (declared.includes(undefined)) throw unreadable('the reply names a charset that we do not read');
  if (more.length > 0) throw unreadable('header and XML declaration name different charsets');
  if (charset === 'gb18030' && isUtf8(body) && !isAscii(body)) {
    throw unreadable('the reply says GBK and is UTF-8', { bytes: body.length });
  }
  const text = decode(body, charset);
  if (text === null) throw unreadable(`the reply holds bytes that are not ${charset}`, { bytes: body.length });
  return text;
}

/**
 * The bytes of a text, once it is sure that they read as that very text again.
 * @throws GraphError BAD_USER_INPUT that names the first character which the charset lacks (by its code point: `U+E5E5`).
 */
export function encodeBody(text: string, charset: Charset): Buffer {
  const bytes = iconv.encode(text, charset);
  if (decode(bytes, charset) === text) return bytes;
  const lacking = [...text].find((character) => decode(iconv.encode(character, charset), charset) !== character);
  const name = `U+${(lacking?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `输入含有对方系统字符集（${charset.toUpperCase()}）没有的字符 ${name}。`,
    en: `The input holds the character ${name}, which the other system's charset (${charset.toUpperCase()}) lacks.`,
  });
}

function decode(body: Uint8Array, charset: Charset): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}
