import { describe, expect, it } from '@jest/globals';
import { documentWire, rpcWire } from '#adapters/soap/read/wire.fixture.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import { writeBody } from '#adapters/soap/write/write-body.ts';

const element = (name: string, rest = 'type="xs:string"') => `<xs:element name="${name}" minOccurs="0" ${rest}/>`;
const array = (name: string, item: string) =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="${item}[]"/></xs:restriction></xs:complexContent></xs:complexType>`;
const TYPES = `<xs:complexType name="Party"><xs:sequence>${element('name')}</xs:sequence><xs:attribute name="id"/></xs:complexType>
<xs:complexType name="Person"><xs:complexContent><xs:extension base="t:Party"><xs:sequence>${element('born', 'type="xs:date"')}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Mixed" mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">${element('b')}${element('i')}</xs:choice></xs:complexType>
${array('Parties', 't:Party')}${array('Texts', 'xs:string')}${array('Table', 't:Texts')}`;
const CONTENT = `<xs:sequence>${element('a')}${element('b', 'type="xs:string" nillable="true"')}${element('p', 'type="t:Party" maxOccurs="unbounded"')}${element('m', 'type="t:Mixed"')}${element('q', 'type="xs:QName"')}${element('any', 'type="xs:anyType"')}</xs:sequence>`;
const wire = await documentWire(CONTENT, TYPES);
const NAMESPACE = 'xmlns:n1="urn:t"';

describe('document/literal', () => {
  it.each<[string, object, string]>([
    ['nothing', {}, `<n1:call ${NAMESPACE}/>`],
    [
      'the order of the schema, whatever the caller’s',
      { b: '2', a: '1' },
      `<n1:call ${NAMESPACE}><n1:a>1</n1:a><n1:b>2</n1:b></n1:call>`,
    ],
    ['empty', { a: '' }, `<n1:call ${NAMESPACE}><n1:a/></n1:call>`],
    ['what is undefined as absent', { a: undefined }, `<n1:call ${NAMESPACE}/>`],
    [
      'nil',
      { b: null },
      `<n1:call ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n1:b xsi:nil="true"/></n1:call>`,
    ],
    [
      'lists and attributes',
      { p: [{ '@id': '"1\n', name: '<' }, {}] },
      `<n1:call ${NAMESPACE}><n1:p id="&quot;1&#10;"><n1:name>&lt;</n1:name></n1:p><n1:p/></n1:call>`,
    ],
    [
      'a type of its own',
      { p: [{ '#type': 'Person', born: '1986-01-02' }] },
      `<n1:call ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n1:p xsi:type="n1:Person"><n1:born>1986-01-02</n1:born></n1:p></n1:call>`,
    ],
    [
      'mixed content',
      { m: { '#content': ['a', ['i', '1'], ['b', '2'], 'c'] } },
      `<n1:call ${NAMESPACE}><n1:m>a<n1:i>1</n1:i><n1:b>2</n1:b>c</n1:m></n1:call>`,
    ],
    ['a QName', { q: '{urn:&"x}a' }, `<n1:call ${NAMESPACE} xmlns:n2="urn:&amp;&quot;x"><n1:q>n2:a</n1:q></n1:call>`],
    [
      'anything',
      { any: { '@x': '1', '#content': [['{urn:o}y', 'z'], 't'] } },
      `<n1:call ${NAMESPACE} xmlns:n2="urn:o"><n1:any x="1"><n2:y>z</n2:y>t</n1:any></n1:call>`,
    ],
  ])('writes %s', (_what, args, written) => {
    expect(wire.write(args as Parameters<typeof wire.write>[0])).toBe(written);
  });

  it('qualifies what the schema qualifies', async () => {
    const unqualified = await documentWire(CONTENT, TYPES, 'unqualified');
    expect(unqualified.write({ a: '1' })).toBe(`<n1:call ${NAMESPACE}><a>1</a></n1:call>`);
  });

  it('writes a bare text, and nil', async () => {
    const bare = await documentWire('type="xs:long"');
    expect(bare.write({ '#text': '007' })).toBe(`<n1:call ${NAMESPACE}>007</n1:call>`);
    expect(bare.write({ '#text': null })).toContain('xsi:nil="true"');
  });

  it('writes an element for each of several parts', () => {
    const [part] = wire.operation.input.parts;
    if (!part) throw new Error('no part');
    const parts = [part, { ...part, name: 'second' }];
    const operation = { ...wire.operation, input: { ...wire.operation.input, parts } };
    expect(writeBody(operation, { second: { a: '2' }, parameters: {} }, wire.schemas)).toBe(
      `<n1:call ${NAMESPACE}/><n1:call ${NAMESPACE}><n1:a>2</n1:a></n1:call>`,
    );
    expect(() => writeBody(operation, { parameters: {} }, wire.schemas)).toThrow('second is required');
    expect(() => writeBody(operation, { third: {} }, wire.schemas)).toThrow('third is no part of the message');
  });
});

describe('RPC', () => {
  const PARTS = { text: 'xs:string', party: 't:Party', parties: 't:Parties', table: 't:Table' };
  const ARGS = { text: 'x', party: { name: 'a' }, parties: [{ name: 'b' }, null], table: [['c', ''], []] };

  it('wraps what is literal, its parts unqualified', async () => {
    const literal = await rpcWire({ text: 'xs:string', party: 't:Party' }, 'literal', TYPES);
    expect(literal.write({ party: { name: 'a' }, text: 'x' })).toBe(
      `<n1:call ${NAMESPACE}><text>x</text><party><name>a</name></party></n1:call>`,
    );
  });

  it('says types, arrays and their sizes where it is encoded', async () => {
    const written = (await rpcWire(PARTS, 'encoded', TYPES)).write(ARGS);
    expect(written.slice(written.indexOf('>') + 1)).toBe(
      '<text xsi:type="xsd:string">x</text><party xsi:type="n1:Party"><name xsi:type="xsd:string">a</name></party>' +
        '<parties xsi:type="soapenc:Array" soapenc:arrayType="n1:Party[2]"><item xsi:type="n1:Party"><name xsi:type="xsd:string">b</name></item><item xsi:type="n1:Party" xsi:nil="true"/></parties>' +
        '<table xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[][2]"><item xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[2]"><item xsi:type="xsd:string">c</item><item xsi:type="xsd:string"/></item>' +
        '<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[0]"/></table></n1:call>',
    );
    expect(written).toMatch(
      /^<n1:call soapenv:encodingStyle="http:\/\/schemas\.xmlsoap\.org\/soap\/encoding\/" xmlns:n1="urn:t" /,
    );
  });

  it('has no prefix for two namespaces', async () => {
    const content = [SOAP_1_1, SOAP_1_2].map(({ namespace }): [string, string] => [`{${namespace}}x`, '']);
    const wire = await documentWire(
      '<xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence>',
    );
    expect(wire.read(wire.writeReply({ '#content': content }))).toEqual({ '#content': content });
  });

  it('says them as SOAP 1.2 has them', async () => {
    const written = (await rpcWire(PARTS, 'encoded', TYPES, '1.2')).write(ARGS);
    expect(written).toContain('soapenv12:encodingStyle="http://www.w3.org/2003/05/soap-encoding"');
    expect(written).toContain('<parties enc:itemType="n1:Party" enc:arraySize="2">');
    expect(written).toContain('<table enc:arraySize="2"><item enc:itemType="xsd:string" enc:arraySize="2">');
  });
});
