import { type Charset, charsetNamed } from '#adapters/soap/charset/names.ts';

/** What the first bytes of a body, or its header, say of its charset. */
export interface Sign {
  readonly charset: Charset;
  /** Whether the name leaves the order of bytes open (`utf-16`). */
  readonly isAnyOrder: boolean;
}

const BOMS: readonly (readonly [charset: Charset, bytes: Buffer])[] = [
  ['utf-8', Buffer.from('efbbbf', 'hex')],
  ['utf-16le', Buffer.from('fffe', 'hex')],
  ['utf-16be', Buffer.from('feff', 'hex')],
  ['gb18030', Buffer.from('84319533', 'hex')],
];

/** The longest BOM. */
export const BOM_BYTES = 4;

export function bomOf(head: Buffer): { readonly charset: Charset; readonly bytes: number } | null {
  const found = BOMS.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  return found ? { charset: found[0], bytes: found[1].length } : null;
}

/** UTF-16 without BOM, known by the `<` that XML begins with (XML 1.0 appendix F). */
export function wideOrder(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  return null;
}

/** The charset that a `Content-Type` names (RFC 7303 §3); `undefined` is a name that we do not read, `null` none. */
export function signOfHeader(contentType: string): Sign | undefined | null {
  return signNamed(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]);
}

/** The charset that an XML declaration names. @param prolog the beginning of the body, one character for each of its units */
export function signOfProlog(prolog: string): Sign | undefined | null {
  return signNamed(/^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]*)["']/.exec(prolog)?.[1]);
}

function signNamed(name: string | undefined): Sign | undefined | null {
  if (name === undefined) return null;
  const charset = charsetNamed(name);
  return charset && { charset, isAnyOrder: name.toLowerCase() === 'utf-16' };
}
