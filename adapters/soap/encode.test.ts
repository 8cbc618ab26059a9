import { describe, expect, it } from '@jest/globals';
import { encodeArguments } from '#adapters/soap/encode.ts';
import type { TypeDescription, XmlArguments } from '#adapters/soap/xml-value.ts';

const description: TypeDescription = {
  list: { 'key[]': 'xs:string', targetNSAlias: 'tns', targetNamespace: 'urn:x' },
  note: 'xs:string',
};
const encode = (args: unknown) => encodeArguments(args as XmlArguments, description);

describe('encodeArguments', () => {
  it.each([
    ['<![CDATA[</note><key>x</key>]]>', '&#60;![CDATA[&#60;/note&#62;&#60;key&#62;x&#60;/key&#62;]]&#62;'],
    ['a & b < "c" > \'d\'', 'a &#38; b &#60; &#34;c&#34; &#62; &#39;d&#39;'],
    ['line\r\n\tend ', 'line&#13;&#10;&#9;end '],
    ['㛃拟𠮷', '㛃拟𠮷'],
  ])('sends %j as text', (text, written) => {
    expect(encode({ note: text })).toEqual({ note: written });
  });

  it('keeps the order of the WSDL, whatever the order of the caller', () => {
    expect(Object.keys(encode({ note: 'n', list: { key: ['1', '2'] } }))).toEqual(['list', 'note']);
  });

  it.each<[string, unknown]>([
    ['raw XML', { $xml: '<key>x</key>' }],
    ['raw XML below', { list: { key: ['1'], $xml: '<key>x</key>' } }],
    ['a whole message', { _xml: '<read/>' }],
    ['attributes', { attributes: { onload: 'x' } }],
    ['an element that nobody declared', { other: 'x' }],
    ['a name with a prefix', { ':note': 'x' }],
    ['an inherited name', { constructor: 'x' }],
    ['one where a list is declared', { list: { key: '1' } }],
    ['a list where one is declared', { note: ['1'] }],
    ['a number', { note: 1 }],
    ['a record where text is declared', { note: { $value: '<' } }],
    ['text where elements are declared', { list: 'x' }],
  ])('refuses %s', (_what, args) => {
    expect(() => encode(args)).toThrow(TypeError);
  });

  it.each(['\u0000', 'a\u0008b', '\ud800', '\ufffe'])('refuses %j, which XML cannot carry', (text) => {
    expect(() => encode({ note: text })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
