import { unreadable } from '#adapters/connector/failures.ts';
import type { Charset } from '#adapters/soap/charset/names.ts';
import { bomOf, type Sign, signOfHeader, signOfProlog, wideOrder } from '#adapters/soap/charset/signs.ts';

/** What holds where header and prolog name different charsets. A setting of each system. */
export interface CharsetRule {
  /** `refuse` the reply, or believe the `header` (RFC 7303 §3) or the `prolog`. @default 'refuse' */
  readonly conflict?: 'refuse' | 'header' | 'prolog';
  /** The charset whatever BOM, header and prolog say, for systems of which it is known that they lie. */
  readonly assume?: Charset;
}

export interface Chosen {
  readonly charset: Charset;
  /** Bytes of the BOM, which is no text. */
  readonly skip: number;
}

const isWide = (charset: Charset) => charset.startsWith('utf-16');

/** Names of GB 18030 and its parts are one, and so is UTF-16 of an order that is left open. */
function agree(sign: Sign, charset: Charset): boolean {
  if (sign.isAnyOrder) return isWide(charset);
  return reading(sign.charset) === reading(charset);
}

/** The charset by which bytes are read: GB2312 and GBK are read as GB 18030, of which they are parts. */
export function reading(charset: Charset): Charset {
  return charset === 'gbk' ? 'gb18030' : charset;
}

/**
 * The charset of a body: by its BOM, else its header, else its XML declaration, else UTF-8. A BOM that contradicts one of them, and bytes
 * that cannot be what is declared, are refused under every rule but `assume`.
 * @param head the body up to the end of its XML declaration
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID
 */
export function chooseCharset(head: Buffer, contentType: string, rule: CharsetRule): Chosen {
  const bom = bomOf(head);
  if (rule.assume !== undefined) {
    return { charset: rule.assume, skip: bom && reading(bom.charset) === reading(rule.assume) ? bom.bytes : 0 };
  }
  const order = wideOrder(head);
  const header = signOfHeader(contentType);
  const prolog = signOfProlog(
    head
      .subarray(bom?.bytes ?? 0)
      .toString('latin1')
      .replaceAll('\0', ''),
  );
  if (header === undefined || prolog === undefined) throw unreadable('the reply names a charset that we do not read');

  if (bom) {
    for (const sign of [header, prolog]) {
      if (sign && !agree(sign, bom.charset))
        throw unreadable('the byte order mark and what is declared are different charsets');
    }
    return { charset: bom.charset, skip: bom.bytes };
  }
  const declared = decide(header, prolog, rule);
  const charset = declared?.isAnyOrder ? (order ?? declared.charset) : (declared?.charset ?? order ?? 'utf-8');
  if (order ? charset !== order : isWide(charset) && head.length > 1) {
    throw unreadable(`the reply says ${charset.toUpperCase()} and its bytes are not`);
  }
  return { charset, skip: 0 };
}

function decide(header: Sign | null, prolog: Sign | null, rule: CharsetRule): Sign | null {
  if (!header || !prolog) return header ?? prolog;
  const areOne = agree(header, prolog.charset) || agree(prolog, header.charset);
  if (!areOne && (rule.conflict ?? 'refuse') === 'refuse') {
    throw unreadable('header and XML declaration name different charsets');
  }
  if (areOne) return header.isAnyOrder ? prolog : header;
  return rule.conflict === 'prolog' ? prolog : header;
}
