import { describe, expect, it } from '@jest/globals';
import { rpcWire } from '#adapters/soap/read/wire.fixture.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const array = (name: string, item: string) =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="${item}[]"/></xs:restriction></xs:complexContent></xs:complexType>`;
const struct = (name: string, fields: string) =>
  `<xs:complexType name="${name}"><xs:sequence>${fields}</xs:sequence></xs:complexType>`;
const field = (name: string, type: string) => `<xs:element name="${name}" type="${type}" nillable="true"/>`;
const TYPES = [
  struct('Party', `${field('name', 'xs:string')}${field('no', 'xs:long')}`),
  struct('Case', `${field('id', 'xs:string')}${field('parties', 't:Parties')}${field('parent', 't:Case')}`),
  array('Parties', 't:Party'),
  array('Texts', 'xs:string'),
  array('Table', 't:Texts'),
  struct('Wrapped', '<xs:element name="item" type="t:Party" minOccurs="0" maxOccurs="unbounded"/>'),
].join('');
const PARTS = {
  text: 'xs:string',
  no: 'xs:long',
  case: 't:Case',
  parties: 't:Parties',
  texts: 't:Texts',
  table: 't:Table',
  any: 'xs:anyType',
  wrapped: 't:Wrapped',
};
const wire = await rpcWire(PARTS, 'encoded', TYPES);

const response = (content: string, beside = '') => `<t:callResponse>${content}</t:callResponse>${beside}`;
const read = (content: string, beside = '') => wire.read(response(content, beside));
const multiRef = (id: string, content: string, attributes = '') =>
  `<multiRef id="${id}" soapenc:root="0" ${attributes}>${content}</multiRef>`;
const refusal = (content: string, beside = '') => {
  try {
    return read(content, beside);
  } catch (error) {
    expect(error).toMatchObject({ name: 'LegacyFailure', code: 'DEPARTMENT_DATA_INVALID' });
    return (error as Error).message;
  }
};

describe('a value', () => {
  it.each<[string, string, object]>([
    ['with its type', '<text xsi:type="xsd:string"> a </text>', { text: ' a ' }],
    [
      'with the type of the encoding',
      '<text xsi:type="soapenc:string">a</text><no xsi:type="soapenc:long">007</no>',
      { text: 'a', no: '007' },
    ],
    ['without one', '<text>a</text>', { text: 'a' }],
    ['empty', '<text xsi:type="xsd:string"/>', { text: '' }],
    ['nil', '<text xsi:type="xsd:string" xsi:nil="true"/><parties xsi:nil="1"/>', { text: null, parties: null }],
    ['in pieces', '<text xsi:type="xsd:string">1<!-- c -->2<![CDATA[<3>]]>&#x20BB7;</text>', { text: '12<3>𠮷' }],
    [
      'a document',
      '<text><![CDATA[<?xml version="1.0"?><r> a </r>]]></text>',
      { text: '<?xml version="1.0"?><r> a </r>' },
    ],
    ['a number beyond 2^53', '<no xsi:type="xsd:long">9007199254740993</no>', { no: '9007199254740993' }],
    ['a struct', '<case xsi:type="t:Case"><id>1</id></case>', { case: { id: '1' } }],
    ['a struct of PHP', '<case xsi:type="soapenc:Struct"><id>1</id></case>', { case: { id: '1' } }],
    ['anything', '<any xsi:type="xsd:boolean">1</any>', { any: { '#type': 'boolean', '#text': '1' } }],
    [
      'of another type',
      '<text xsi:type="xsd:int">1</text>',
      { text: new InvalidValue('has another type than the schema allows there') },
    ],
    ['bytes', '<text xsi:type="soapenc:base64Binary">YQ==</text>', { text: expect.any(InvalidValue) }],
    [
      'an array where text is declared',
      '<no xsi:type="soapenc:Array"><item>1</item></no>',
      { no: expect.any(InvalidValue) },
    ],
  ])('may be %s', (_what, written, record) => {
    expect(read(written)).toEqual(record);
  });
});

describe('an array', () => {
  const party = (name: string) => `<name>${name}</name>`;
  it.each<[string, string, unknown]>([
    ['none', '<parties xsi:type="soapenc:Array" soapenc:arrayType="t:Party[0]"/>', []],
    [
      'one',
      `<parties xsi:type="soapenc:Array" soapenc:arrayType="t:Party[1]"><item>${party('a')}</item></parties>`,
      [{ name: 'a' }],
    ],
    [
      'many',
      `<parties><item>${party('a')}</item>\n<item xsi:nil="true"/><item xsi:type="t:Party">${party('b')}</item></parties>`,
      [{ name: 'a' }, null, { name: 'b' }],
    ],
    [
      'many named as Axis does',
      `<parties><parties>${party('a')}</parties><parties>${party('b')}</parties></parties>`,
      [{ name: 'a' }, { name: 'b' }],
    ],
    [
      'many of different names',
      `<parties><a>${party('a')}</a><soapenc:Struct>${party('b')}</soapenc:Struct></parties>`,
      [{ name: 'a' }, { name: 'b' }],
    ],
    [
      'a named type',
      '<parties xsi:type="t:Parties" soapenc:offset="[0]"><i soapenc:position="[0]"/><i soapenc:position="[1]"/></parties>',
      [{}, {}],
    ],
  ])('holds %s', (_count, written, parties) => {
    expect(read(written)).toEqual({ parties });
  });

  it('holds texts, each as it is', () => {
    expect(read('<texts><s> a </s><s/><s xsi:nil="true"/></texts>')).toEqual({ texts: [' a ', '', null] });
  });

  it('holds arrays', () => {
    const row = (...cells: string[]) =>
      `<item soapenc:arrayType="xsd:string[${cells.length}]">${cells.map((cell) => `<c>${cell}</c>`).join('')}</item>`;
    expect(read(`<table soapenc:arrayType="xsd:string[][3]">${row('a', 'b')}${row()}${row('c')}</table>`)).toEqual({
      table: [['a', 'b'], [], ['c']],
    });
  });

  it('holds what its type names where anything is declared', () => {
    const items = '<i><name>a</name></i><i><name>b</name></i>';
    expect(read(`<any xsi:type="soapenc:Array" soapenc:arrayType="t:Party[2]">${items}</any>`)).toEqual({
      any: [{ name: 'a' }, { name: 'b' }],
    });
    expect(
      read(
        '<any xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]"><i xsi:type="xsd:int">1</i><i>x</i></any>',
      ),
    ).toEqual({
      any: [{ '#type': 'int', '#text': '1' }, 'x'],
    });
  });

  it.each([
    ['between items', '[3]', '<s>a</s><s soapenc:position="[2]">c</s>', ['a', null, 'c']],
    ['before them', '[2]', '<s soapenc:position="[1]">b</s>', [null, 'b']],
    ['behind them', '[2]', '<s>a</s>', ['a', null]],
    ['nowhere', '[2]', '<s soapenc:position="[0]">a</s><s soapenc:position="[1]">b</s>', ['a', 'b']],
    ['nowhere, its size unknown', '[]', '<s>a</s>', ['a']],
    ['nowhere, its size too small', '[0]', '<s>a</s>', ['a']],
  ])('has nil for what it leaves out %s', (_where, size, items, texts) => {
    expect(read(`<texts soapenc:arrayType="xsd:string${size}">${items}</texts>`)).toEqual({ texts });
  });

  it('is a list where the WSDL calls it a struct of one list', () => {
    const items = '<wrapped><name>a</name></wrapped><other/>';
    expect(read(`<wrapped xsi:type="soapenc:Array" soapenc:arrayType="t:Party[2]">${items}</wrapped>`)).toEqual({
      wrapped: { item: [{ name: 'a' }, {}] },
    });
  });

  it.each([
    [
      'begun in its middle',
      '<texts soapenc:offset="[2]"><s>a</s></texts>',
      'Body/callResponse/texts is a part of an array or one of several dimensions, which are not read',
    ],
    [
      'of two dimensions',
      '<texts soapenc:arrayType="xsd:string[2,2]"><s>a</s></texts>',
      'Body/callResponse/texts is a part of an array or one of several dimensions, which are not read',
    ],
    [
      'of two items in one place',
      '<texts><s>a</s><s soapenc:position="[0]">b</s></texts>',
      'Body/callResponse/texts[1] has a place in its array that is taken, or none',
    ],
    [
      'of items in places of two dimensions',
      '<texts><s soapenc:position="[0,1]">a</s></texts>',
      'Body/callResponse/texts[0] has a place in its array that is taken, or none',
    ],
    [
      'almost nothing but what it leaves out',
      '<texts><s soapenc:position="[10001]">a</s></texts>',
      'Body/callResponse/texts[0] leaves out more items than are read',
    ],
    [
      'as large as it says, and empty',
      '<texts soapenc:arrayType="xsd:string[2000000000]"/>',
      'Body/callResponse/texts leaves out more items than are read',
    ],
    ['text', '<texts>a</texts>', 'Body/callResponse/texts holds text where the schema has items'],
  ])('is refused where it is %s', (_what, written, message) => {
    expect(refusal(written)).toBe(message);
  });
});

describe('a reference', () => {
  it.each<[string, string, string, object]>([
    ['to a text', '<text href="#id0"/>', multiRef('id0', 'a', 'xsi:type="xsd:string"'), { text: 'a' }],
    ['to one of several', '<text href="#id1"/>', multiRef('id0', 'a') + multiRef('id1', 'b'), { text: 'b' }],
    [
      'to a reference',
      '<text href="#id0"/>',
      '<multiRef id="id0" href="#id1"/><multiRef id="id1">a</multiRef>',
      { text: 'a' },
    ],
    [
      'in an array of structs',
      '<parties soapenc:arrayType="t:Party[2]"><parties href="#p0"/><parties href="#p1"/></parties>',
      multiRef('p0', '<name>a</name><no href="#n"/>', 'xsi:type="t:Party"') +
        multiRef('p1', '<name>b</name>') +
        multiRef('n', '007', 'xsi:type="soapenc:long"'),
      { parties: [{ name: 'a', no: '007' }, { name: 'b' }] },
    ],
    [
      'twice to one',
      '<parties><i href="#p"/><i href="#p"/></parties>',
      multiRef('p', '<name>a</name>'),
      { parties: [{ name: 'a' }, { name: 'a' }] },
    ],
    ['to nil', '<case href="#n"/>', multiRef('n', '', 'xsi:nil="true"'), { case: null }],
    [
      'to an array',
      '<table><r href="#r"/><r href="#r"/></table>',
      multiRef('r', '<s>a</s>', 'xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[1]"'),
      { table: [['a'], ['a']] },
    ],
    [
      'to a name that objects have',
      '<text href="#__proto__"/>',
      multiRef('__proto__', 'a') + multiRef('constructor', 'b'),
      { text: 'a' },
    ],
    [
      'to the namespaces of its own place',
      '<case href="#c"/>',
      '<multiRef xmlns:far="urn:t" id="c" xsi:type="far:Case"><id>1</id></multiRef>',
      { case: { id: '1' } },
    ],
  ])('leads %s', (_where, content, beside, record) => {
    expect(read(content, beside)).toEqual(record);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('leads to what comes before, too', () => {
    expect(wire.read(multiRef('id0', 'a') + response('<text href="#id0"/>'))).toEqual({ text: 'a' });
  });

  it('is no concern of an id that nobody refers to', () => {
    expect(read('<text id="x">a</text>', multiRef('x', 'b'))).toEqual({ text: 'a' });
  });

  it.each([
    ['to nothing', '<text href="#id1"/>', multiRef('id0', 'a'), 'refers to nothing in the message'],
    ['to two', '<text href="#id0"/>', multiRef('id0', 'a').repeat(2), 'refers to two elements'],
    ['to itself', '<text href="#id0"/>', '<multiRef id="id0" href="#id0"/>', 'refers back to where it stands'],
    ['to the network', '<text href="http://far/x"/>', '', 'refers to nothing in the message'],
    [
      'in a circle',
      '<case href="#a"/>',
      multiRef('a', '<parent href="#b"/>') + multiRef('b', '<parent href="#a"/>'),
      'refers back to where it stands',
    ],
    ['back to the response', '<case id="c"><parent href="#c"/></case>', '', 'refers back to where it stands'],
  ])('is refused where it leads %s', (_where, content, beside, reason) => {
    expect(refusal(content, beside)).toMatch(new RegExp(`^Body/callResponse.*${reason}$`));
  });

  it('may lead to everything once, and to what is small often', () => {
    const items = Array.from({ length: 300 }, (_, n) => `<i href="#u${n}"/><i href="#shared"/>`).join('');
    const targets = Array.from({ length: 300 }, (_, n) => multiRef(`u${n}`, 'x'.repeat(100))).join('');
    const array = `<any xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[600]">${items}</any>`;
    const answer = wire.reply(response(array, targets + multiRef('shared', 'y')), { added: 300 * 33 });
    expect(answer.kind === 'answer' && answer.record.any).toHaveLength(600);
  });

  it('cannot make much of little', () => {
    const level = (n: number) =>
      multiRef(
        `t${n}`,
        `<i href="#t${n + 1}"/>`.repeat(10),
        'xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[10]"',
      );
    const bomb = Array.from({ length: 40 }, (_, n) => level(n)).join('') + multiRef('t40', 'x');
    // Of elements, and of one long text.
    for (const [content, beside] of [
      ['<any href="#t0"/>', bomb],
      ['<any href="#t38"/>', bomb.replace('x</multiRef>', `${'x'.repeat(200_000)}</multiRef>`)],
    ] as const) {
      expect(() => wire.reply(response(content, beside), { added: 1_000_000 })).toThrow(
        expect.objectContaining({
          code: 'DEPARTMENT_DATA_INVALID',
          message: expect.stringMatching(/refers to more than may be read$/),
        }),
      );
    }
    const chain =
      Array.from({ length: 200 }, (_, n) => multiRef(`c${n}`, `<parent href="#c${n + 1}"/>`)).join('') +
      multiRef('c200', '');
    expect(refusal('<case href="#c0"/>', chain)).toMatch(/refers to elements nested too deeply$/);
  });
});

describe('the response', () => {
  it.each([
    [
      'of another operation',
      '<t:tellResponse><text>a</text></t:tellResponse>',
      'Body holds another element than the response',
    ],
    [
      'of another service',
      '<o:callResponse xmlns:o="urn:o"><text>a</text></o:callResponse>',
      'Body holds another element than the response',
    ],
    ['missing', '', 'the body holds no response'],
    ['missing, but for what it refers to', multiRef('id0', 'a'), 'Body holds another element than the response'],
    ['given twice', response('<text>a</text>').repeat(2), 'Body/callResponse comes more than once'],
    ['full of other parts', response('<other>a</other>'), 'Body/callResponse holds nothing that the schema declares'],
    [
      'with a part twice',
      response('<text>a</text><text>b</text>'),
      'Body/callResponse/text comes more than once where the schema has it once',
    ],
    [
      'with elements for a text',
      response('<text><r>a</r></text>'),
      'Body/callResponse/text holds elements where the schema has text',
    ],
  ])('is refused where it is %s', (_what, body, message) => {
    expect(() => wire.read(body)).toThrow(expect.objectContaining({ message, code: 'DEPARTMENT_DATA_INVALID' }));
  });
});

describe('SOAP 1.2', () => {
  it('has references and arrays of its own', async () => {
    const wire12 = await rpcWire(PARTS, 'encoded', TYPES, '1.2');
    const parties =
      '<parties enc:itemType="t:Party" enc:arraySize="*"><p enc:ref="p"/><p enc:id="q"><name>b</name></p></parties>';
    const beside = '<t:Party enc:id="p"><name>a</name></t:Party>';
    expect(wire12.read(response(parties, beside))).toEqual({ parties: [{ name: 'a' }, { name: 'b' }] });
  });
});

describe('RPC/literal', () => {
  it('has the same records, its lists those of the schema', async () => {
    const literal = await rpcWire({ text: 'xs:string', wrapped: 't:Wrapped' }, 'literal', TYPES);
    const body = response('<text>a</text><wrapped><item><name>b</name></item></wrapped>');
    expect(literal.read(body)).toEqual({ text: 'a', wrapped: { item: [{ name: 'b' }] } });
  });
});
