import { describe, expect, it } from '@jest/globals';
import { readXmlText, writeXmlText } from '#adapters/soap/xml-text.ts';
import type { TypeDescription } from '#adapters/soap/xml-value.ts';

const DESCRIPTION: TypeDescription = {
  code: 'string',
  list: { 'item[]': { name: 'string', note: 'string' } },
  'key[]': 'string',
};
const PROLOG = '<?xml version="1.0" encoding="GBK"?>';
const read = (content: string) => readXmlText(`${PROLOG}<r>${content}</r>`, 'r', DESCRIPTION);
const unreadable = expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false });

describe('readXmlText', () => {
  it.each([
    ['none', '<list/>', []],
    ['none, on a line of its own', '<list>\n  </list>', []],
    ['one', '<list><item><name>a</name></item></list>', [{ name: 'a' }]],
    ['many', '<list><item><name>a</name></item>\n<item><name>b</name></item></list>', [{ name: 'a' }, { name: 'b' }]],
    ['one without content', '<list><item/></list>', [{}]],
  ])('gives %s as a list', (_count, content, item) => {
    expect(read(`<code>0</code>${content}`)).toEqual({ code: '0', list: { item }, key: [] });
  });

  it('keeps text as it stands, and gives null for an empty element', () => {
    expect(read('<code> 007 &amp; &lt;b&gt; </code><key/><key>㛃拟𠮷</key>')).toEqual({
      code: ' 007 & <b> ',
      key: [null, '㛃拟𠮷'],
    });
  });

  it('leaves out what is not declared, and takes no name for more than a name', () => {
    const reply = read(
      '<code>0</code><idNumber>1</idNumber><__proto__><key>x</key></__proto__><constructor>1</constructor>',
    );
    expect(reply).toEqual({ code: '0', key: [] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('does not mind the prolog, or its absence', () => {
    for (const prolog of ['', '\n<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>\n']) {
      expect(readXmlText(`${prolog}<r><code>张</code></r>`, 'r', DESCRIPTION)).toEqual({ code: '张', key: [] });
    }
  });

  it.each([
    ['nothing', ''],
    ['text', 'OK'],
    ['half a document', `${PROLOG}<r><code>0`],
    ['another root', `${PROLOG}<error><code>0</code></error>`],
    ['nothing that is declared', `${PROLOG}<r><other/></r>`],
    ['text alone in the root', `${PROLOG}<r>text</r>`],
    ['text between elements', `${PROLOG}<r>0<code>0</code></r>`],
    ['one element twice', `${PROLOG}<r><code>0</code><code>1</code></r>`],
    ['elements where text is declared', `${PROLOG}<r><code><x/></code></r>`],
    ['a DTD', '<!DOCTYPE r [<!ENTITY e "0">]><r><code>&e;</code></r>'],
    ['a JSON object', '{"code":"0"}'],
  ])('refuses %s', (_what, text) => {
    expect(() => readXmlText(text, 'r', DESCRIPTION)).toThrow(unreadable);
  });
});

describe('writeXmlText', () => {
  const write = (args: Parameters<typeof writeXmlText>[1]) => writeXmlText('r', args, DESCRIPTION, 'GBK');

  it('writes a prolog, the elements in the order of the description, and a list by repeating', () => {
    expect(write({ key: ['1', '2'], list: { item: [{ note: 'n', name: 'a' }] }, code: '0' })).toBe(
      `${PROLOG}<r><code>0</code><list><item><name>a</name><note>n</note></item></list><key>1</key><key>2</key></r>`,
    );
  });

  it.each([
    '<![CDATA[</code><key>2</key>]]>',
    ']]>',
    '&lt;',
    '㛃"\'\t\r\n',
    '</r>',
    '<?xml version="1.0"?>',
    '{env.HOME}',
  ])('writes %j so that it reads as it was', (code) => {
    expect(readXmlText(write({ code }), 'r', DESCRIPTION)).toEqual({ code, key: [] });
  });

  it('refuses what the description does not declare, and what XML cannot carry', () => {
    expect(() => write({ $xml: '<key/>' })).toThrow(TypeError);
    expect(() => write({ code: '\u0000' })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
