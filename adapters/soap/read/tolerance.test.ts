import { describe, expect, it } from '@jest/globals';
import { documentWire, envelopeOf, readEnvelope } from '#adapters/soap/read/wire.fixture.ts';

const element = (name: string, rest = 'type="xs:string"') => `<xs:element name="${name}" ${rest}/>`;
const PARTIES = `<xs:element name="parties" minOccurs="0"><xs:complexType><xs:sequence>${element('item', 'type="t:Party" minOccurs="0" maxOccurs="unbounded"')}</xs:sequence></xs:complexType></xs:element>`;
const CONTENT = `<xs:sequence>${element('a')}${element('b', 'type="xs:string" minOccurs="0"')}${PARTIES}</xs:sequence>`;
const TYPES = `<xs:complexType name="Party"><xs:sequence>${element('name')}</xs:sequence></xs:complexType>`;
const qualified = await documentWire(CONTENT, TYPES);
const unqualified = await documentWire(CONTENT, TYPES, 'unqualified');

describe('a server that is wrong', () => {
  it.each([
    ['in the order', qualified, '<t:callResponse><t:b>2</t:b><t:a>1</t:a></t:callResponse>'],
    [
      'in nothing but its prefixes',
      qualified,
      '<x:callResponse xmlns:x="urn:t"><y:a xmlns:y="urn:t">1</y:a><b xmlns="urn:t">2</b></x:callResponse>',
    ],
    ['with a default namespace', qualified, '<callResponse xmlns="urn:t"><a>1</a><b>2</b></callResponse>'],
    ['in forgetting the namespace', qualified, '<t:callResponse><a>1</a><b>2</b></t:callResponse>'],
    ['in forgetting it everywhere', qualified, '<callResponse><a>1</a><b>2</b></callResponse>'],
    ['in adding one', unqualified, '<callResponse xmlns="urn:t"><a>1</a><b>2</b></callResponse>'],
    [
      'in adding elements',
      qualified,
      '<t:callResponse><t:a>1</t:a><t:new><t:a>x</t:a></t:new><o:a xmlns:o="urn:o">y</o:a><t:b>2</t:b></t:callResponse>',
    ],
  ])('%s is read all the same', (_how, wire, body) => {
    expect(wire.read(body)).toEqual({ a: '1', b: '2' });
  });

  it.each([
    ['the list', '<t:parties><t:parties><t:name>x</t:name></t:parties><t:parties/></t:parties>', [{ name: 'x' }, {}]],
    [
      'the list, without its namespace',
      '<t:parties><parties><t:name>x</t:name></parties></t:parties>',
      [{ name: 'x' }],
    ],
    ['something else', '<t:parties><t:party><t:name>x</t:name></t:party></t:parties>', []],
  ])('and names the items of a list as %s', (_what, written, item) => {
    expect(qualified.read(`<t:callResponse><t:a/>${written}</t:callResponse>`)).toEqual({ a: '', parties: { item } });
  });

  it('and adds elements has them counted, each with all that is in it', () => {
    const body = '<t:callResponse><t:a>1</t:a><t:c><t:d/><t:e/></t:c><t:a2>2</t:a2></t:callResponse>';
    expect(qualified.reply(body)).toEqual({ kind: 'answer', record: { a: '1' }, undeclared: 2 });
  });

  it('and sends nothing that is declared has sent another message', () => {
    expect(() => qualified.read('<t:callResponse><t:other>1</t:other></t:callResponse>')).toThrow(
      expect.objectContaining({ message: 'Body/callResponse holds nothing that the schema declares' }),
    );
  });

  it('gets nothing of what it sent into the error', () => {
    for (const body of [
      '<t:callResponse><t:张拟甲/></t:callResponse>',
      '<t:张拟甲/>',
      '<t:callResponse><t:a><张拟甲/></t:a></t:callResponse>',
    ]) {
      expect(() => qualified.read(body)).toThrow(
        expect.not.objectContaining({ message: expect.stringContaining('张') }),
      );
    }
  });
});

it.each([1, 2, 3, 7])('reads the same in pieces of %i characters', (piece) => {
  const body =
    '<t:callResponse><t:a>㛃拟𠮷&amp;<![CDATA[]]]>]</t:a><t:parties><t:item><t:name/></t:item></t:parties></t:callResponse>';
  expect(readEnvelope(qualified, envelopeOf(body), '1.1', {}, piece)).toMatchObject({
    record: { a: '㛃拟𠮷&]]', parties: { item: [{ name: '' }] } },
  });
});
