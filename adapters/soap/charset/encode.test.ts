import { describe, expect, it } from '@jest/globals';
import { createBodyDecoder } from '#adapters/soap/charset/decoder.ts';
import { encodeBody } from '#adapters/soap/charset/encode.ts';
import type { Charset } from '#adapters/soap/charset/names.ts';

const ALL: readonly Charset[] = ['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'gb18030', 'big5'];

function refusal(text: string, charset: Charset): unknown {
  try {
    return encodeBody(text, charset);
  } catch (error) {
    return error;
  }
}

describe('encodeBody', () => {
  it.each([
    ['法院', 'gb18030', 'b7a8d4ba'],
    ['法院', 'gbk', 'b7a8d4ba'],
    ['㛃拟𠮷', 'gb18030', '8230b731c4e29534b235'],
    ['中文', 'big5', 'a4a4a4e5'],
    ['A1', 'gbk', '4131'],
    ['法', 'utf-8', 'e6b395'],
    ['法', 'utf-16le', 'fffed56c'],
    ['𠮷', 'utf-16be', 'feffd842dfb7'],
  ] as const)('writes %s in %s', (text, charset, bytes) => {
    expect(encodeBody(text, charset).toString('hex')).toBe(bytes);
  });

  it.each(ALL)('writes %s as it is read', (charset) => {
    const text = '<a>中文書院 A1</a>';
    const decoder = createBodyDecoder({ contentType: `text/xml; charset=${charset}` });
    expect(decoder.write(encodeBody(text, charset)) + decoder.end()).toBe(text);
  });

  it('has every character that a name may hold', () => {
    for (const [first, last] of [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x3134a],
    ] as const) {
      const text = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
      expect(new TextDecoder('gb18030').decode(encodeBody(text, 'gb18030'))).toBe(text);
    }
  });

  it.each([
    ['four bytes where the system has two', '张㛃', 'gbk', 'U+36C3'],
    ['one beyond the BMP', '张𠮷', 'gbk', 'U+20BB7'],
    ['a simplified one', '中国', 'big5', 'U+56FD'],
    ['one of Hong Kong alone', '中𠕇', 'big5', 'U+20547'],
    ['one that two tables read differently', '张\ue5e5', 'gb18030', 'U+E5E5'],
    ['half of a pair', 'a\ud842b', 'gb18030', 'U+D842'],
    ['half of a pair', 'a\ud842b', 'utf-8', 'U+D842'],
    ['half of a pair', 'a\udfb7b', 'utf-16le', 'U+DFB7'],
  ] as const)('refuses %s, by its name alone', (_what, text, charset, name) => {
    const error = refusal(text, charset);
    const sentence = `（${charset.toUpperCase()}）没有的字符 ${name}。`;
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(sentence) });
    expect(error).toMatchObject({ en: expect.stringContaining(name) });
    expect(String(error)).not.toContain('张');
  });
});
