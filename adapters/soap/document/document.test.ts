import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readDocument } from '#adapters/soap/document/read-document.ts';
import { writeDocument } from '#adapters/soap/document/write-document.ts';
import { undecodedIn } from '#adapters/soap/read/text.ts';
import { elementIn, load, schemaOf } from '#adapters/soap/schema/schema.fixture.ts';
import { InvalidValue, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';

const string = (name: string) => `<xs:element name="${name}" type="xs:string" minOccurs="0"/>`;
const schemas = await load(
  schemaOf(
    `<xs:element name="r"><xs:complexType><xs:sequence>${string('code')}<xs:element name="n" type="xs:long" minOccurs="0"/>
<xs:element name="list" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="item" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>${string('name')}${string('note')}</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="key" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`,
  ),
);
const root = elementIn(schemas, 'r');
const PROLOG = '<?xml version="1.0" encoding="GBK"?>';
const readText = (text: XmlValue) => readDocument(text, root, schemas);
const read = (content: string) => readText(`${PROLOG}<r>${content}</r>`);
const write = (content: XmlRecord) => writeDocument(root, content, { charset: 'GBK', schemas });

describe('readDocument', () => {
  it.each([
    ['none', '<list/>', []],
    ['none, on a line of its own', '<list>\n  </list>', []],
    ['one', '<list><item><name>a</name></item></list>', [{ name: 'a' }]],
    ['many', '<list><item><name>a</name></item>\n<item><name>b</name></item></list>', [{ name: 'a' }, { name: 'b' }]],
    ['one without content', '<list><item/></list>', [{}]],
  ])('gives %s as a list', (_count, content, item) => {
    expect(read(`<code>0</code>${content}`)).toEqual({ code: '0', list: { item }, key: [] });
  });

  it('keeps text as it stands', () => {
    expect(read('<code> 007 &amp; &lt;b&gt; </code><key/><key>㛃拟𠮷</key>')).toEqual({
      code: ' 007 & <b> ',
      key: ['', '㛃拟𠮷'],
    });
  });

  it('leaves out what is not declared, and takes no name for more than a name', () => {
    const strange = '<idNumber>1</idNumber><__proto__><key>x</key></__proto__><constructor>1</constructor>';
    expect(read(`<code>0</code>${strange}`)).toEqual({ code: '0', key: [] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('gives the rest of a record where one value cannot be read', () => {
    expect(read('<code>张\ufffd</code><n>1.5</n><key>k</key>')).toEqual({
      code: expect.any(InvalidValue),
      n: new InvalidValue('is not an xs:long'),
      key: ['k'],
    });
  });

  it('gives it where wrong bytes have spoiled the text around it, too', () => {
    const spoiled = undecodedIn(`${PROLOG}<r><code>张\ufffd拟</code><key>k</key></r>`);
    expect(inspect(spoiled, { showHidden: true })).not.toContain('张');
    expect(readText(spoiled)).toEqual({ code: expect.any(InvalidValue), key: ['k'] });
    expect(() => readText(undecodedIn('<r><c\ufffdde>0</c\ufffdde></r>'))).toThrow('the document in the reply: ');
  });

  it.each<[string, XmlValue]>([
    ['nil', null],
    ['a record', { code: '0' }],
    ['what cannot be read', new InvalidValue('is nil and holds text')],
  ])('is refused where it is %s', (_what, value) => {
    expect(() => readText(value)).toThrow('the document in the reply is no text');
  });

  it.each(['', '\n<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>\n', '\ufeff<?xml version="1.0"?>'])(
    'does not mind the prolog %j',
    (prolog) => {
      expect(readText(`${prolog}<r><code>张</code></r>\n`)).toEqual({ code: '张', key: [] });
    },
  );

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
    ['a person', `${PROLOG}<r><张拟甲>379999198506120130</r>`],
  ])('refuses %s, and says nothing of what stands there', (_what, text) => {
    expect(() => readText(text)).toThrow(
      expect.objectContaining({
        name: 'LegacyFailure',
        code: 'DEPARTMENT_DATA_INVALID',
        message: expect.not.stringMatching(/张|3799|OK|error/),
      }),
    );
  });
});

describe('writeDocument', () => {
  it('writes a prolog, and the elements in the order of the schema', () => {
    expect(write({ key: ['1', '2'], list: { item: [{ note: 'n', name: 'a' }] }, code: '0' })).toBe(
      `${PROLOG}<n1:r xmlns:n1="urn:t"><n1:code>0</n1:code><n1:list><n1:item><n1:name>a</n1:name><n1:note>n</n1:note></n1:item></n1:list><n1:key>1</n1:key><n1:key>2</n1:key></n1:r>`,
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
    expect(readText(write({ code }))).toEqual({ code, key: [] });
    // A document in a document in a document.
    const outer = write({ code: write({ code: write({ code }) }) });
    expect(readText(String(readText(String(readText(outer).code)).code))).toEqual({ code, key: [] });
  });

  it('refuses what the schema does not allow, and what XML cannot carry', () => {
    expect(() => write({ $xml: '<key/>' })).toThrow(
      expect.objectContaining({ name: 'ArgumentError', path: '$xml', kind: 'shape' }),
    );
    expect(() => write({ n: '1.5' })).toThrow(expect.objectContaining({ path: 'n', kind: 'value' }));
    expect(() => write({ code: '\u0000' })).toThrow(expect.objectContaining({ path: 'code', kind: 'value' }));
  });
});
