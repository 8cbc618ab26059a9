import { describe, expect, it } from '@jest/globals';
import { documentWire } from '#adapters/soap/read/wire.fixture.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const sequence = (content: string) => `<xs:sequence>${content}</xs:sequence>`;
const element = (name: string, rest = 'type="xs:string"') => `<xs:element name="${name}" ${rest}/>`;
const response = (content: string) => `<t:callResponse>${content}</t:callResponse>`;

describe('an element', () => {
  const content = sequence(
    `${element('a', 'type="xs:string" nillable="true"')}${element('n', 'type="xs:int" nillable="true"')}${element('r', 'type="t:R" nillable="true"')}`,
  );
  const types = `<xs:complexType name="R">${sequence(element('x'))}</xs:complexType>`;

  it.each([
    ['absent', '', {}],
    ['empty', '<t:a/><t:n></t:n><t:r/>', { a: '', n: '', r: {} }],
    ['nil', '<t:a xsi:nil="true"/><t:n xsi:nil="1"></t:n><t:r xsi:nil=" True "/>', { a: null, n: null, r: null }],
    ['not nil', '<t:a xsi:nil="false">x</t:a><t:r xsi:nil="0"><t:x>1</t:x></t:r>', { a: 'x', r: { x: '1' } }],
    ['nil on lines of its own', '<t:r xsi:nil="true">\n  </t:r>', { r: null }],
    [
      'nil and full',
      '<t:a xsi:nil="true">x</t:a><t:r xsi:nil="true"><t:x>1</t:x></t:r>',
      { a: new InvalidValue('is nil and holds text'), r: new InvalidValue('is nil and holds elements') },
    ],
  ])('is %s', async (_what, written, record) => {
    const wire = await documentWire(content, types);
    expect(wire.read(response(written))).toEqual(record);
  });
});

describe('the root', () => {
  it.each([
    ['text', 'type="xs:long"', '<t:callResponse>007</t:callResponse>', { '#text': '007' }],
    ['nil', 'type="xs:long"', '<t:callResponse xsi:nil="true"/>', { '#text': null }],
    ['a record that is nil', sequence(element('a')), '<t:callResponse xsi:nil="true"/>', { '#text': null }],
    ['text that cannot be read', 'type="xs:long"', response('x'), { '#text': new InvalidValue('is not an xs:long') }],
    ['empty', sequence(element('a')), '<t:callResponse/>', {}],
    ['of no elements', '', '<t:callResponse/>', {}],
  ])('may be %s', async (_what, content, written, record) => {
    expect((await documentWire(content)).read(written)).toEqual(record);
  });
});

describe('a list', () => {
  const ITEM = element('item', 'type="t:Item" minOccurs="0" maxOccurs="unbounded"');
  const content = sequence(
    `${element('code')}<xs:element name="list"><xs:complexType>${sequence(ITEM)}</xs:complexType></xs:element>`,
  );
  const types = `<xs:complexType name="Item">${sequence(`${element('name')}${element('tag', 'type="xs:string" maxOccurs="2"')}`)}</xs:complexType>`;
  const item = (name: string) => `<t:item><t:name>${name}</t:name></t:item>`;

  it.each([
    ['none', '<t:list/>', []],
    ['none, on a line of its own', '<t:list>\n</t:list>', []],
    ['one', `<t:list>${item('a')}</t:list>`, [{ name: 'a', tag: [] }]],
    ['one without content', '<t:list><t:item/></t:list>', [{ tag: [] }]],
    [
      'many',
      `<t:list>${item('a')}\n${item('b')}</t:list>`,
      [
        { name: 'a', tag: [] },
        { name: 'b', tag: [] },
      ],
    ],
    ['texts', '<t:list><t:item><t:tag/><t:tag>x</t:tag></t:item></t:list>', [{ tag: ['', 'x'] }]],
  ])('is one with %s', async (_what, written, list) => {
    const wire = await documentWire(content, types);
    expect(wire.read(response(`<t:code>0</t:code>${written}`))).toEqual({ code: '0', list: { item: list } });
  });

  it.each([
    [
      'a choice that repeats one element',
      '<xs:choice maxOccurs="9"><xs:element name="k" type="xs:string"/></xs:choice>',
    ],
    [
      'a sequence that repeats one',
      '<xs:sequence maxOccurs="unbounded"><xs:sequence><xs:element name="k" type="xs:string"/></xs:sequence></xs:sequence>',
    ],
    [
      'one element in two places',
      sequence(`${element('k')}${element('z', 'type="xs:string" minOccurs="0"')}${element('k')}`),
    ],
  ])('is %s', async (_what, model) => {
    const wire = await documentWire(model);
    expect(wire.read(response('<t:k>1</t:k><t:k>2</t:k>'))).toEqual({ k: ['1', '2'] });
    expect(wire.read(response('<t:k>1</t:k>'))).toEqual({ k: ['1'] });
  });

  it('is refused where the schema has one element, with its path', async () => {
    const wire = await documentWire(content, types);
    const twice = `<t:list>${item('a')}<t:item><t:name>b</t:name><t:name>c</t:name></t:item></t:list>`;
    expect(() => wire.read(response(twice))).toThrow(
      expect.objectContaining({
        code: 'DEPARTMENT_DATA_INVALID',
        message: 'Body/callResponse/list/item[1]/name comes more than once where the schema has it once',
      }),
    );
  });
});

describe('a content model', () => {
  const GROUP = `<xs:group name="G"><xs:sequence>${element('g1')}${element('g2', 'type="xs:string" minOccurs="0"')}</xs:sequence></xs:group>`;
  it.each<[string, string, string, object]>([
    ['a choice', `<xs:choice>${element('a')}${element('b')}</xs:choice>`, '<t:b>1</t:b>', { b: '1' }],
    ['all', `<xs:all>${element('a')}${element('b')}</xs:all>`, '<t:b>2</t:b><t:a>1</t:a>', { a: '1', b: '2' }],
    ['a group', '<xs:group ref="t:G"/>', '<t:g1>1</t:g1>', { g1: '1' }],
    [
      'a group that repeats, in its order',
      '<xs:group ref="t:G" maxOccurs="unbounded"/>',
      '<t:g1>1</t:g1><t:g1>2</t:g1><t:g2>3</t:g2>',
      {
        '#content': [
          ['g1', '1'],
          ['g1', '2'],
          ['g2', '3'],
        ],
      },
    ],
    [
      'a choice that repeats, beside an element',
      sequence(
        `${element('a')}<xs:choice minOccurs="0" maxOccurs="unbounded">${element('b')}${element('c', 'type="xs:int"')}</xs:choice>`,
      ),
      '<t:a>0</t:a><t:c>1</t:c><t:b>2</t:b><t:c>x</t:c>',
      {
        a: '0',
        '#content': [
          ['c', '1'],
          ['b', '2'],
          ['c', new InvalidValue('is not an xs:int')],
        ],
      },
    ],
    [
      'a choice that repeats and is not there',
      `<xs:choice minOccurs="0" maxOccurs="9">${element('b')}${element('c')}</xs:choice>`,
      '',
      { '#content': [] },
    ],
    [
      'any',
      sequence(`${element('a')}<xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/>`),
      '<t:a>0</t:a><o:x xmlns:o="urn:o" p="1">2</o:x><y><z/> <z>3</z></y><t:known><t:x>4</t:x></t:known>',
      {
        a: '0',
        '#content': [
          ['{urn:o}x', { '@p': '1', '#text': '2' }],
          [
            'y',
            {
              '#content': [
                ['z', ''],
                ['z', '3'],
              ],
            },
          ],
          ['{urn:t}known', { x: '4' }],
        ],
      },
    ],
    [
      'one name of two namespaces',
      sequence(`${element('x')}<xs:element name="x" form="unqualified" type="xs:string"/>`),
      '<x>1</x><t:x>2</t:x>',
      { x: '1', '{urn:t}x': '2' },
    ],
    [
      'names that objects have',
      sequence(
        `${element('constructor')}${element('__proto__')}${element('toString', 'type="xs:string" maxOccurs="2"')}`,
      ),
      '<t:constructor>1</t:constructor><t:__proto__>2</t:__proto__>',
      JSON.parse('{"constructor":"1","__proto__":"2","toString":[]}'),
    ],
  ])('may be %s', async (_what, model, written, record) => {
    const known = `<xs:element name="known"><xs:complexType>${sequence(element('x'))}</xs:complexType></xs:element>`;
    const wire = await documentWire(model, GROUP + known);
    expect(wire.read(response(written))).toEqual(record);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('may be mixed: text and elements in their order', async () => {
    const mixed = `<xs:complexType name="M" mixed="true">${sequence(element('b', 'type="xs:string" minOccurs="0" maxOccurs="unbounded"'))}</xs:complexType>`;
    const wire = await documentWire(sequence(element('m', 'type="t:M"')), mixed);
    const read = (written: string) => wire.read(response(`<t:m>${written}</t:m>`)).m;
    expect(read('a <t:b>b</t:b><![CDATA[ & ]]>c<!-- x -->d<t:b/>')).toEqual({
      '#content': ['a ', ['b', 'b'], ' & cd', ['b', '']],
    });
    expect(read('')).toEqual({ '#content': [] });
    expect(read('\ufffd<t:b>x</t:b>')).toEqual({
      '#content': [
        ['#text', expect.any(InvalidValue)],
        ['b', 'x'],
      ],
    });
  });

  it('is not mixed by text between its elements', async () => {
    const wire = await documentWire(
      sequence(`${element('a')}${element('r', 'type="t:R"')}`),
      `<xs:complexType name="R">${sequence(element('x'))}</xs:complexType>`,
    );
    const path = (written: string) => {
      try {
        return wire.read(response(written));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(path('张<t:a>1</t:a>')).toBe('Body/callResponse holds text where the schema has elements');
    expect(path('<t:a>1</t:a><t:r>张<t:x/></t:r>')).toBe(
      'Body/callResponse/r holds text where the schema has elements',
    );
    expect(path('<t:r>张</t:r>')).toBe('Body/callResponse/r holds text where the schema has elements');
  });
});

describe('attributes', () => {
  const content = sequence(
    `${element('r', 'type="t:R"')}${element('s', 'type="t:S" minOccurs="0" nillable="true"')}${element('o', 'type="t:O" minOccurs="0"')}`,
  );
  const types = `<xs:attribute name="g" type="xs:string"/>
<xs:complexType name="R">${sequence(element('x'))}<xs:attribute name="id" type="xs:integer"/><xs:attribute ref="t:g"/><xs:attribute name="d" default="z"/></xs:complexType>
<xs:complexType name="S"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="O"><xs:anyAttribute processContents="lax"/></xs:complexType>`;

  it.each<[string, string, object]>([
    [
      'beside elements',
      '<t:r id="007" t:g=" a&#10;"><t:x>1</t:x></t:r>',
      { r: { '@id': '007', '@g': ' a\n', x: '1' } },
    ],
    ['of a wrong type', '<t:r id="x"/>', { r: { '@id': new InvalidValue('is not an xs:integer') } }],
    ['beside text', '<t:r/><t:s currency=" CNY ">1.10</t:s>', { r: {}, s: { '@currency': 'CNY', '#text': '1.10' } }],
    ['that text may have, absent', '<t:r/><t:s>1</t:s>', { r: {}, s: { '#text': '1' } }],
    ['beside nil', '<t:r/><t:s currency="CNY" xsi:nil="true"/>', { r: {}, s: { '@currency': 'CNY', '#text': null } }],
    [
      'of any sort',
      '<t:r/><t:o a="1" t:b="2" __proto__="3"/>',
      { r: {}, o: { '@a': '1', '@{urn:t}b': '2', '@__proto__': '3' } },
    ],
    ['whose namespace is forgotten or added', '<t:r t:id="1" g="2"/>', { r: { '@id': '1', '@g': '2' } }],
  ])('are read %s', async (_what, written, record) => {
    const wire = await documentWire(content, types);
    expect(wire.read(response(written))).toEqual(record);
  });

  it('are counted where the schema has none of the name', async () => {
    const wire = await documentWire(content, types);
    expect(
      wire.reply(response('<t:r other="1" xsi:schemaLocation="urn:t t.xsd"><t:x wsu="2">1</t:x></t:r>')),
    ).toMatchObject({
      record: { r: { x: '1' } },
      undeclared: 2,
    });
  });
});
