import { describe, expect, it } from '@jest/globals';
import { decodeBody, encodeBody } from '#adapters/soap/charset.ts';

const GBK = 'text/xml; charset=GBK';
const UTF_8 = 'text/xml; charset=utf-8';
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const unreadable = (message: string) =>
  expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false, message });

describe('decodeBody', () => {
  it.each([
    ['two bytes', 'b7a8 d4ba', '法院'],
    ['four bytes', '8230b731', '㛃'],
    ['four bytes beyond the BMP', '9534b235', '𠮷'],
    ['all of them in a name', '8230b731 c4e2 9534b235', '㛃拟𠮷'],
    ['ASCII alone', '3c612f3e', '<a/>'],
    ['nothing', '', ''],
  ])('reads %s, declared as GBK', (_what, bytes, text) => {
    expect(decodeBody(hex(bytes), GBK)).toBe(text);
  });

  it.each(['GBK', 'gbk', '"GBK"', 'gb2312', 'GB18030', 'CP936'])('takes charset=%s for GB18030', (charset) => {
    expect(decodeBody(hex('9534b235'), `text/xml; charset=${charset}`)).toBe('𠮷');
  });

  it.each([
    ['a lone lead byte', 'b7'],
    ['a lead byte before ASCII', 'b7 3c'],
    ['a byte that is none', 'ff'],
    ['three of four bytes', '8230b7'],
    ['four bytes beyond the last character', 'e3329a36'],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeBody(hex(`3c ${bytes}`), GBK)).toThrow(unreadable('the reply holds bytes that are not gb18030'));
  });

  it('refuses UTF-8 that says GBK: it would read as other characters', () => {
    expect(new TextDecoder('gbk', { fatal: true }).decode(Buffer.from('法院'))).toBe('娉曢櫌');
    expect(() => decodeBody(Buffer.from('<a>法院</a>'), GBK)).toThrow(unreadable('the reply says GBK and is UTF-8'));
  });

  it('refuses GBK that says UTF-8', () => {
    expect(() => decodeBody(hex('b7a8 d4ba'), UTF_8)).toThrow(unreadable('the reply holds bytes that are not utf-8'));
  });

  describe('what is declared', () => {
    const declaring = (encoding: string) =>
      Buffer.concat([Buffer.from(`<?xml version="1.0" encoding=${encoding}?>`), hex('b7a8')]);

    it.each([
      ['in the header', hex('b7a8'), GBK],
      ['in the XML declaration', declaring('"GBK"'), 'text/xml'],
      ['in single quotes', declaring("'gb18030'"), 'text/xml'],
      ['in both', declaring('"GB2312"'), GBK],
    ])('counts %s', (_where, body, contentType) => {
      expect(decodeBody(body, contentType)).toMatch(/法$/);
    });

    it('is UTF-8 where nothing is', () => {
      expect(decodeBody(Buffer.from('法'), 'text/xml')).toBe('法');
      expect(() => decodeBody(hex('b7a8'), 'text/xml')).toThrow(
        expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID' }),
      );
    });

    it('must be one charset, and one that we read', () => {
      const differ = unreadable('header and XML declaration name different charsets');
      expect(() => decodeBody(declaring('"UTF-8"'), GBK)).toThrow(differ);
      expect(() => decodeBody(declaring('"GBK"'), UTF_8)).toThrow(differ);
      const unknown = unreadable('the reply names a charset that we do not read');
      expect(() => decodeBody(hex('b7a8'), 'text/xml; charset=Big5')).toThrow(unknown);
      expect(() => decodeBody(declaring('"constructor"'), GBK)).toThrow(unknown);
    });
  });

  it('says nothing of what stood there', () => {
    for (const [body, type] of [
      [Buffer.from('张拟甲'), GBK],
      [hex('d5c5 c4e2 bcd7 ff'), GBK],
    ] as const) {
      const error = (() => {
        try {
          return decodeBody(body, type);
        } catch (caught) {
          return caught;
        }
      })();
      expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toMatch(/张|拟|寮/);
    }
  });
});

describe('encodeBody', () => {
  it.each([
    ['法院', 'b7a8d4ba'],
    ['㛃拟𠮷', '8230b731c4e29534b235'],
    ['A1', '4131'],
  ])('writes %s as %s', (text, bytes) => {
    expect(encodeBody(text, 'gb18030').toString('hex')).toBe(bytes);
  });

  it('has every character that a name may hold', () => {
    const ideographs = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x3134a],
    ] as const;
    for (const [first, last] of ideographs) {
      const text = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
      expect(decodeBody(Buffer.concat([encodeBody(text, 'gb18030'), hex('b7a8')]), GBK)).toBe(`${text}法`);
    }
  });

  it.each([
    ['one that two tables read differently', '张\ue5e5', 'U+E5E5'],
    ['half of a pair', 'a\ud842b', 'U+D842'],
  ])('refuses %s, by its name alone', (_what, text, name) => {
    expect(() => encodeBody(text, 'gb18030')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining(`的字符 ${name}。`),
        en: expect.stringContaining(name),
      }),
    );
    expect(() => encodeBody(text, 'gb18030')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('张') }),
    );
  });
});
