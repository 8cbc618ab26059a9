import { describe, expect, it } from '@jest/globals';
import { declaring, hex } from '#adapters/soap/charset/charset.fixture.ts';
import { type CharsetRule, chooseCharset } from '#adapters/soap/charset/choose.ts';

const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const PROLOG_16 = '<?xml version="1.0" encoding="UTF-16"?><a/>';
const GBK = 'text/xml; charset=GBK';
const UTF_8 = 'text/xml;charset="utf-8"';
const BOM_8 = hex('efbbbf');
const BOM_LE = hex('fffe');
const BOM_BE = hex('feff');
const A = Buffer.from('<a/>');

const choose = (head: Buffer, contentType: string, rule: CharsetRule = {}) => {
  const { charset, skip } = chooseCharset(head, contentType, rule);
  return `${charset}${skip > 0 ? ` after ${skip}` : ''}`;
};

describe('chooseCharset', () => {
  it.each<[string, Buffer, string, string]>([
    ['nothing', A, 'text/xml', 'utf-8'],
    ['an empty body', Buffer.alloc(0), '', 'utf-8'],
    ['the header', A, GBK, 'gbk'],
    ['the header in other writings', A, "text/xml; action=x; Charset = 'GB18030' ; x=y", 'gb18030'],
    ['the prolog', declaring('"GB2312"'), 'text/xml', 'gbk'],
    ['the prolog in single quotes', declaring("'big5'"), 'text/xml', 'big5'],
    ['both, parts of one another', declaring('"GB2312"'), 'text/xml; charset=gb18030', 'gb18030'],
    ['ASCII', A, 'text/xml; charset=us-ascii', 'utf-8'],
    ['a BOM of UTF-8', Buffer.concat([BOM_8, A]), 'text/xml', 'utf-8 after 3'],
    ['a BOM of UTF-8 and the same declared', Buffer.concat([BOM_8, declaring('"UTF-8"')]), UTF_8, 'utf-8 after 3'],
    ['a BOM of UTF-16', Buffer.concat([BOM_LE, wide(PROLOG_16, 'le')]), 'text/xml; charset=utf-16', 'utf-16le after 2'],
    ['a BOM of UTF-16, the other order', Buffer.concat([BOM_BE, wide('<a/>', 'be')]), '', 'utf-16be after 2'],
    ['a BOM of GB 18030', Buffer.concat([hex('84319533'), A]), GBK, 'gb18030 after 4'],
    ['UTF-16 without a BOM, by its bytes', wide('<a/>', 'le'), '', 'utf-16le'],
    ['UTF-16 without a BOM, the other order', wide(PROLOG_16, 'be'), '', 'utf-16be'],
    ['UTF-16 without a BOM, declared', wide(PROLOG_16, 'le'), 'text/xml; charset=UTF-16', 'utf-16le'],
    ['UTF-16 of an order that is declared', wide('<a/>', 'be'), 'text/xml; charset=utf-16be', 'utf-16be'],
    ['a word that is none', A, 'text/xml; charsetless=GBK', 'utf-8'],
  ])('takes %s', (_what, head, contentType, chosen) => {
    expect(choose(head, contentType)).toBe(chosen);
  });

  const CONFLICT = 'header and XML declaration name different charsets';
  const BOM = 'the byte order mark and what is declared are different charsets';
  const UNKNOWN = 'the reply names a charset that we do not read';
  it.each<[string, Buffer, string, string]>([
    ['a header that differs from the prolog', declaring('"UTF-8"'), GBK, CONFLICT],
    ['the other way round', declaring('"GBK"'), UTF_8, CONFLICT],
    ['Big5 and GBK', declaring('"Big5"'), GBK, CONFLICT],
    ['a BOM that differs from the header', Buffer.concat([BOM_8, A]), GBK, BOM],
    ['a BOM that differs from the prolog', Buffer.concat([BOM_8, declaring('"GBK"')]), '', BOM],
    ['orders of UTF-16 that differ', Buffer.concat([BOM_LE, wide('<a/>', 'le')]), 'text/xml; charset=utf-16be', BOM],
    ['a charset that we do not read', A, 'text/xml; charset=Shift_JIS', UNKNOWN],
    ['one in the prolog', declaring('"constructor"'), '', UNKNOWN],
    ['UTF-16 of .NET that is none', declaring('"utf-16"'), '', 'the reply says UTF-16BE and its bytes are not'],
    [
      'UTF-16 in the header that is none',
      A,
      'text/xml; charset=utf-16le',
      'the reply says UTF-16LE and its bytes are not',
    ],
    ['UTF-8 that is UTF-16', wide('<a/>', 'le'), UTF_8, 'the reply says UTF-8 and its bytes are not'],
    [
      'the other order of UTF-16',
      wide('<a/>', 'le'),
      'text/xml; charset=utf-16be',
      'the reply says UTF-16BE and its bytes are not',
    ],
  ])('refuses %s', (_what, head, contentType, message) => {
    const failure = expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false, message });
    expect(() => choose(head, contentType)).toThrow(failure);
  });

  it.each<[string, Buffer, string, CharsetRule, string]>([
    ['the header', declaring('"UTF-8"'), GBK, { conflict: 'header' }, 'gbk'],
    ['the prolog', declaring('"UTF-8"'), GBK, { conflict: 'prolog' }, 'utf-8'],
    ['the header where there is no prolog', A, GBK, { conflict: 'prolog' }, 'gbk'],
    ['the prolog where there is no header', declaring('"GBK"'), '', { conflict: 'header' }, 'gbk'],
    [
      'the setting, whatever stands there',
      declaring('"UTF-8"'),
      'text/xml; charset=Shift_JIS',
      { assume: 'gbk' },
      'gbk',
    ],
    ['the setting for what .NET says', declaring('"utf-16"'), '', { assume: 'utf-8' }, 'utf-8'],
    ['the setting, and its BOM is no text', Buffer.concat([BOM_8, A]), GBK, { assume: 'utf-8' }, 'utf-8 after 3'],
  ])('believes %s, by rule', (_what, head, contentType, rule, chosen) => {
    expect(choose(head, contentType, rule)).toBe(chosen);
  });

  it('does not let a rule contradict a BOM', () => {
    for (const conflict of ['header', 'prolog'] as const) {
      expect(() => choose(Buffer.concat([BOM_8, A]), GBK, { conflict })).toThrow(BOM);
    }
  });
});
