import { describe, expect, it } from '@jest/globals';
import { escapeAttribute, escapeText, lacksXmlCharacter } from '#adapters/soap/xml/escape.ts';
import { XmlReader } from '#adapters/soap/xml/reader.ts';

const TEXTS = [
  'a & b < c > d',
  ']]>',
  '<![CDATA[x]]>',
  '<?pi?>',
  '&amp;',
  '"\'',
  ' a\tb\nc\r\nd\re ',
  '法院𠮷㛃',
  '\u0085\u2028',
];

describe('escaping', () => {
  it.each(TEXTS)('%j comes back as it was, as text and as attribute', (text) => {
    const read: string[] = [];
    const reader = new XmlReader({
      open: (_name, attributes) => read.push(attributes[0]?.value ?? '', ''),
      text: (piece) => read.push(`${read.pop()}${piece}`),
      close() {},
    });
    reader.write(`<a x="${escapeAttribute(text)}">${escapeText(text)}</a>`);
    reader.end();
    expect(read).toEqual([text, text]);
  });

  it.each([
    ['\u0000', 'U+0000'],
    ['a\u001fb', 'U+001F'],
    ['\ufffe', 'U+FFFE'],
    ['a\ud842', 'U+D842'],
    ['\udfb7', 'U+DFB7'],
  ])('%j has no place in XML', (text, name) => {
    expect(lacksXmlCharacter(text)).toBe(name);
  });

  it('lacks nothing of ordinary text', () => {
    expect(TEXTS.map(lacksXmlCharacter)).toEqual(TEXTS.map(() => null));
  });
});
