import { describe, expect, it } from '@jest/globals';
import { declaring, hex } from '#adapters/soap/charset/charset.fixture.ts';
import type { CharsetRule } from '#adapters/soap/charset/choose.ts';
import { createBodyDecoder } from '#adapters/soap/charset/decoder.ts';

const type = (charset: string) => `text/xml; charset=${charset}`;
const NOT_A_CHARACTER = '\ufffd';

function decode(pieces: readonly Buffer[], contentType: string, rule: CharsetRule = {}): string {
  const decoder = createBodyDecoder({ contentType, rule });
  return pieces.map((piece) => decoder.write(piece)).join('') + decoder.end();
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

const BODIES: readonly [what: string, bytes: Buffer, contentType: string, text: string][] = [
  ['GBK', hex('3c b7a8 d4ba 3c'), type('GBK'), '<法院<'],
  ['GB2312 with four bytes', hex('8230b731 c4e2 9534b235'), type('gb2312'), '㛃拟𠮷'],
  [
    'GB 18030 declared in the prolog',
    Buffer.concat([declaring('"GB18030"'), hex('9534b235')]),
    '',
    '<?xml version="1.0" encoding="GB18030"?>𠮷',
  ],
  ['Big5', hex('a4a4 a4e5 3c'), type('Big5'), '中文<'],
  ['Big5 of Hong Kong', hex('8840 fa40 8862'), type('big5-hkscs'), '㇀𠕇\u00ca\u0304'],
  ['UTF-8', Buffer.from('a法𠮷'), 'text/xml', 'a法𠮷'],
  ['UTF-8 with a BOM', Buffer.from('\ufeffa法'), 'text/xml', 'a法'],
  ['UTF-16 with a BOM', Buffer.concat([hex('fffe'), utf16('<a>法𠮷</a>', 'le')]), 'text/xml', '<a>法𠮷</a>'],
  [
    'UTF-16 with a BOM, the other order',
    Buffer.concat([hex('feff'), utf16('<a>法𠮷</a>', 'be')]),
    type('utf-16'),
    '<a>法𠮷</a>',
  ],
  ['UTF-16 without', utf16('<a>法𠮷</a>', 'be'), type('utf-16'), '<a>法𠮷</a>'],
  [
    'UTF-16 without, by its prolog',
    utf16('<?xml version="1.0" encoding="utf-16"?><a>法</a>', 'le'),
    '',
    '<?xml version="1.0" encoding="utf-16"?><a>法</a>',
  ],
  ['nothing', Buffer.alloc(0), type('GBK'), ''],
  ['one byte', Buffer.from('x'), 'text/xml', 'x'],
  ['女 and 路, which are well-formed UTF-8 in GBK', hex('3c c5ae c2b7 3c'), type('GBK'), '<女路<'],
];

describe('createBodyDecoder', () => {
  it.each(BODIES)('reads %s, wherever its pieces end', (_what, bytes, contentType, text) => {
    for (let end = 0; end <= bytes.length; end += 1) {
      expect(decode([bytes.subarray(0, end), bytes.subarray(end)], contentType)).toBe(text);
    }
    expect(
      decode(
        Array.from(bytes, (byte) => Buffer.of(byte)),
        contentType,
      ),
    ).toBe(text);
  });

  it.each([
    ['a lone lead byte', 'GBK', '3c b7 3c2f', `<${NOT_A_CHARACTER}</`],
    ['a lead byte at the end', 'GBK', '3c b7', `<${NOT_A_CHARACTER}`],
    ['a byte that is none', 'GBK', 'ff 3c', `${NOT_A_CHARACTER}<`],
    ['three of four bytes', 'GBK', '8230b7', NOT_A_CHARACTER],
    ['four bytes beyond the last character', 'GBK', 'e3329a36 3c', `${NOT_A_CHARACTER}<`],
    ['half a character', 'utf-8', 'e6b3 3c', `${NOT_A_CHARACTER}<`],
    ['a character written too long', 'utf-8', 'c0bc 41', `${NOT_A_CHARACTER.repeat(2)}A`],
    ['half of a pair', 'utf-16', '003c d842 003c', `<${NOT_A_CHARACTER}<`],
    ['an odd byte', 'utf-16', '003c 00', `<${NOT_A_CHARACTER}`],
    ['a lead byte before ASCII', 'Big5', 'a4 3c2f', `${NOT_A_CHARACTER}</`],
    ['a byte that is none', 'Big5', 'ff 3c', `${NOT_A_CHARACTER}<`],
  ])('marks %s (%s), and the markup after it stays', (_what, charset, bytes, text) => {
    expect(decode([hex(bytes)], type(charset))).toBe(text);
    expect(
      decode(
        Array.from(hex(bytes), (byte) => Buffer.of(byte)),
        type(charset),
      ),
    ).toBe(text);
  });

  it('holds back no more than the beginning', () => {
    const decoder = createBodyDecoder({ contentType: '' });
    expect([decoder.charset, decoder.write(Buffer.from('<?xml version="1.0" enco'))]).toEqual([undefined, '']);
    expect(decoder.write(Buffer.from('ding="GBK"?><a>'))).toBe('<?xml version="1.0" encoding="GBK"?><a>');
    expect([decoder.charset, decoder.write(hex('b7a8 d4'))]).toEqual(['gbk', '法']);
    const endless = createBodyDecoder({ contentType: '' });
    expect(endless.write(Buffer.from(`<?xml ${'x'.repeat(600)}`))).toHaveLength(606);
  });

  describe('UTF-8 that says GBK', () => {
    const refused = expect.objectContaining({
      code: 'DEPARTMENT_DATA_INVALID',
      message: 'the reply says GBK and is UTF-8',
    });
    const body = Buffer.from('<a>法院</a>');

    it.each([1, 2, 3, 5, 100])('is refused, in pieces of %d bytes', (size) => {
      const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
        body.subarray(index * size, (index + 1) * size),
      );
      expect(() => decode(pieces, type('GBK'))).toThrow(refused);
      expect(() => decode(pieces, '', { assume: 'gb18030' })).toThrow(refused);
    });

    it('is not suspected of ASCII, nor of a body that ends early', () => {
      expect(decode([Buffer.from('<a>OK</a>')], type('GBK'))).toBe('<a>OK</a>');
      expect(() => decode([body, hex('e6b3')], type('GBK'))).not.toThrow();
    });
  });
});
