import { describe, expect, it } from '@jest/globals';
import { documentWire, rpcWire, type Wire } from '#adapters/soap/read/wire.fixture.ts';
import { InvalidValue, type XmlRecord } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';

const element = (name: string, rest = '') =>
  `<xs:element name="${name}" ${rest.includes('type=') ? rest : `type="xs:string" ${rest}`}/>`;
const sequence = (...content: string[]) => `<xs:sequence>${content.join('')}</xs:sequence>`;
const optional = 'minOccurs="0"';

/** `path reason` of the refusal. */
function refusal(wire: Wire, args: unknown): string {
  try {
    return wire.write(args as XmlRecord);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe(error.path === '' ? error.reason : `${error.path} ${error.reason}`);
    return `${error.kind}: ${error.message}`;
  }
}

describe('a record', () => {
  const TYPES = `<xs:complexType name="Party">${sequence(element('name'), element('note', optional))}<xs:attribute name="id" use="required"/><xs:attribute name="v" fixed="1"/></xs:complexType>
<xs:complexType name="Amount"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:NCName"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="Abstract" abstract="true">${sequence(element('x'))}</xs:complexType><xs:complexType name="Other"/>
<xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>`;
  const CONTENT = sequence(
    element('a'),
    element('code', `type="t:Code" ${optional}`),
    element('n', `type="xs:int" nillable="true" ${optional}`),
    element('party', `type="t:Party" ${optional} maxOccurs="2"`),
    element('amount', `type="t:Amount" ${optional}`),
    element('abstract', `type="t:Abstract" ${optional}`),
    element('q', `type="xs:QName" ${optional}`),
    element('f', `type="xs:string" fixed="x" ${optional}`),
    element('toString', optional),
  );
  it.each<[string, unknown, string]>([
    ['a missing field', {}, 'shape: a is required'],
    ['a missing field below', { a: '', party: [{ '@id': '1' }] }, 'shape: party[0]/name is required'],
    ['an unknown field', { a: '', b: '1' }, 'shape: b is not declared in the schema'],
    [
      'an unknown field below',
      { a: '', party: [{ '@id': '1', name: 'x', $xml: '<y/>' }] },
      'shape: party[0]/$xml is not declared in the schema',
    ],
    [
      'a field that is no name',
      { a: '', '379999198506120130': 'x' },
      'shape: (an entry) is not declared in the schema',
    ],
    ['an inherited name', { a: '', constructor: 'x' }, 'shape: constructor is not declared in the schema'],
    ['a name of prototypes', JSON.parse('{"a":"","__proto__":"x"}'), 'shape: __proto__ is not declared in the schema'],
    ['a message of soap’s own', { _xml: '<read/>' }, 'shape: _xml is not declared in the schema'],
    [
      'attributes of soap’s own',
      { a: '', attributes: { onload: 'x' } },
      'shape: attributes is not declared in the schema',
    ],
    ['text beside elements', { a: '', '#text': 'x' }, 'shape: #text is not declared in the schema'],
    ['content that is not mixed', { a: '', '#content': [] }, 'shape: #content is not declared in the schema'],
    ['a list for one', { a: ['1'] }, 'shape: a takes text'],
    [
      'a list with a hole',
      { a: '', party: Object.assign([], { 1: { '@id': '1', name: 'x' } }) },
      'shape: party[0] takes a record',
    ],
    ['one for a list', { a: '', party: { '@id': '1', name: 'x' } }, 'shape: party takes a list'],
    [
      'too many',
      { a: '', party: Array(3).fill({ '@id': '1', name: 'x' }) },
      'shape: party[2] comes more often than the schema allows',
    ],
    ['a number', { a: 1 }, 'shape: a takes text'],
    ['a date', { a: new Date(0) }, 'shape: a takes text'],
    ['a record for a text', { a: { '#text': 'x' } }, 'shape: a takes text'],
    ['text for a record', { a: '', party: ['x'] }, 'shape: party[0] takes a record'],
    ['a value that could not be read', { a: new InvalidValue('x') }, 'shape: a takes text'],
    ['nil where the schema has none', { a: null }, 'shape: a may not be nil'],
    ['a missing attribute', { a: '', party: [{ name: 'x' }] }, 'shape: party[0]/@id is required'],
    ['an unknown attribute', { a: '', '@b': '1' }, 'shape: @b is not declared in the schema'],
    [
      'another than the only value',
      { a: '', party: [{ '@id': '', '@v': '2', name: '' }] },
      'value: party[0]/@v is not the only value that the schema allows',
    ],
    ['another than the only text', { a: '', f: 'y' }, 'value: f is not the only value that the schema allows'],
    ['text with attributes as text', { a: '', amount: '1' }, 'shape: amount takes a record'],
    ['text with attributes without text', { a: '', amount: { '@currency': 'CNY' } }, 'shape: amount/#text is required'],
    [
      'text with attributes and elements',
      { a: '', amount: { '#text': '1', x: '' } },
      'shape: amount/x is not declared in the schema',
    ],
    [
      'an attribute that is not of its type',
      { a: '', amount: { '#text': '1', '@currency': 'C N' } },
      'value: amount/@currency is not an xs:NCName',
    ],
    ['text that is too long', { a: '', code: '123' }, 'value: code is longer than 2'],
    ['text that is no number', { a: '', n: '1a' }, 'value: n is not an xs:int'],
    ['a number out of its range', { a: '', n: '2147483648' }, 'value: n is greater than 2147483647'],
    ['a name without its namespace', { a: '', q: 'p:a' }, 'value: q is no name with its namespace: {namespace}name'],
    [
      'an abstract type',
      { a: '', abstract: { x: '' } },
      'shape: abstract is of an abstract type: #type must name one that derives from it',
    ],
    [
      'a type that is none',
      { a: '', abstract: { '#type': 'Nobody' } },
      'shape: abstract/#type names no type of the schema',
    ],
    [
      'a type of no kinship',
      { a: '', abstract: { '#type': 'Other' } },
      'shape: abstract/#type names a type that may not stand there',
    ],
  ])('with %s is refused', async (_what, args, message) => {
    expect(refusal(await documentWire(CONTENT, TYPES), args)).toBe(message);
  });

  it.each([
    ['\u0000', 'U+0000'],
    ['a\u0008b', 'U+0008'],
    ['\ud800', 'U+D800'],
    ['\ufffe', 'U+FFFE'],
  ])('with %j is refused by its name', async (text, name) => {
    const wire = await documentWire(CONTENT, TYPES);
    expect(refusal(wire, { a: text })).toBe(`value: a holds ${name}, which XML cannot carry`);
    expect(refusal(wire, { a: '', party: [{ '@id': text, name: '' }] })).toBe(
      `value: party[0]/@id holds ${name}, which XML cannot carry`,
    );
  });

  it('has nothing of its values in the error', async () => {
    const wire = await documentWire(CONTENT, TYPES);
    for (const args of [
      { a: '', n: '379999198506120130' },
      { a: ['379999198506120130'] },
      { a: '', code: '379999198506120130' },
    ]) {
      expect(refusal(wire, args)).not.toContain('379999');
    }
  });
});

describe('a content model', () => {
  const CHOICE = `<xs:choice>${sequence(element('a'), element('b', optional))}${sequence(element('c'), element('b'))}</xs:choice>`;
  const REPEATED = `<xs:choice minOccurs="0" maxOccurs="3">${element('a')}${sequence(element('b'), element('c'))}</xs:choice>`;
  const MANY = sequence(element('k', 'maxOccurs="unbounded" minOccurs="2"'));
  const GROUP = `<xs:sequence minOccurs="0">${element('x')}${element('y')}</xs:sequence>`;
  const OPEN =
    '<xs:sequence><xs:any minOccurs="0" processContents="lax"/></xs:sequence><xs:attribute ref="t:g"/><xs:anyAttribute processContents="lax"/>';
  const MIXED = `<xs:complexType name="M" mixed="true">${sequence(element('b', optional))}</xs:complexType>`;
  it.each<[string, string, object, string]>([
    ['both branches of a choice', CHOICE, { a: '', c: '' }, 'shape: takes only one of a, b, c'],
    ['no branch of a choice', CHOICE, {}, 'shape: takes one of a, b, c'],
    ['half a branch', CHOICE, { c: '' }, 'shape: b is required'],
    ['too few', MANY, { k: ['1'] }, 'shape: k is required 2 times'],
    ['an empty list where one is required', MANY, { k: [] }, 'shape: k is required 2 times'],
    ['half a group that may be absent', sequence(GROUP), { y: '' }, 'shape: x is required'],
    [
      'the wrong order',
      REPEATED,
      {
        '#content': [
          ['c', ''],
          ['b', ''],
        ],
      },
      'shape: #content[0] may not come in this place',
    ],
    [
      'half a repeated group',
      REPEATED,
      {
        '#content': [
          ['b', ''],
          ['a', ''],
        ],
      },
      'shape: c is required',
    ],
    [
      'a repeated group too often',
      REPEATED,
      { '#content': Array(4).fill(['a', '']) },
      'shape: #content[3] may not come in this place',
    ],
    ['a repeated group by its names', REPEATED, { a: '' }, 'shape: a belongs in #content'],
    [
      'text where it is not mixed',
      REPEATED,
      { '#content': ['text'] },
      'shape: #content[0] takes pairs of a name and a value',
    ],
    [
      'an element that it does not have',
      REPEATED,
      { '#content': [['z', '']] },
      'shape: #content[0] may not come in this place',
    ],
    ['content that is no list', REPEATED, { '#content': 'a' }, 'shape: #content takes a list'],
    [
      'an entry beside mixed content',
      sequence(element('m', 'type="t:M"')),
      { m: { b: '' } },
      'shape: m/b belongs in #content',
    ],
    [
      'mixed content twice',
      sequence(element('m', 'type="t:M"')),
      { m: { '#content': ['x', ['b', ''], ['b', '']] } },
      'shape: m/#content[2] may not come in this place',
    ],
    [
      'wrong bytes in mixed content',
      sequence(element('m', 'type="t:M"')),
      { m: { '#content': [['#text', new InvalidValue('x')]] } },
      'shape: m/#content[0] may not come in this place',
    ],
    [
      'a name for any that is none',
      '<xs:sequence><xs:any processContents="lax"/></xs:sequence>',
      { '#content': [['a b', '']] },
      'shape: #content[0] is no name of an element',
    ],
    [
      'markup for a name',
      '<xs:sequence><xs:any processContents="lax"/></xs:sequence>',
      { '#content': [['a><b', '']] },
      'shape: #content[0] is no name of an element',
    ],
    [
      'nothing for any',
      '<xs:sequence><xs:any processContents="lax"/></xs:sequence>',
      {},
      'shape: #content is required',
    ],
    [
      'entries in an element of any',
      '<xs:sequence><xs:any processContents="lax"/></xs:sequence>',
      { '#content': [['a', { b: '' }]] },
      'shape: #content[0]/b belongs in #content: the schema does not declare it',
    ],
    [
      'an attribute of any that is no name',
      '<xs:sequence/><xs:anyAttribute/>',
      { '@a b': '' },
      'shape: (an entry) is no name of an attribute',
    ],
    ...[
      ['a second name', '{}a'],
      ['a name of declarations', '{http://www.w3.org/2000/xmlns/}a'],
      ['a declaration', 'xmlns'],
      ['a mark', '{http://www.w3.org/2001/XMLSchema-instance}nil'],
      ['a namespace that XML cannot carry', '{urn:\u0001}a'],
    ].flatMap(([what, name]): [string, string, object, string][] => [
      [
        `${what} for an attribute`,
        OPEN,
        { [`@${name}`]: '' },
        `shape: ${name === 'xmlns' ? '@xmlns' : '(an entry)'} is no name of an attribute`,
      ],
      [`${what} for any`, OPEN, { '#content': [[name, '']] }, 'shape: #content[0] is no name of an element'],
    ]),
    [
      'a declared attribute by another name',
      OPEN,
      { '@g': '', '@{urn:t}g': '' },
      'shape: (an entry) is not declared in the schema',
    ],
  ])('is refused with %s', async (_what, model, args, message) => {
    expect(refusal(await documentWire(model, `${MIXED}<xs:attribute name="g"/>`), args)).toBe(message);
  });
});

describe('parts', () => {
  it('are all required, and no others', async () => {
    const wire = await rpcWire({ a: 'xs:string', b: 'xs:int' }, 'literal');
    expect(refusal(wire, { a: '' })).toBe('shape: b is required');
    expect(refusal(wire, { a: '', b: '1', c: '' })).toBe('shape: c is not declared in the schema');
  });

  it('of simple elements are #text', async () => {
    const wire = await documentWire('type="xs:int"');
    expect(refusal(wire, { '#text': '1a' })).toBe('value: is not an xs:int');
    expect(refusal(wire, { a: '1' })).toBe('shape: a is not declared in the schema');
    expect(refusal(wire, {})).toBe('shape: #text is required');
  });
});
