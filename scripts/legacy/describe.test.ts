import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import { describeService } from './describe.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** What a WSDL of one operation, whose element `ask` is of such a type, offers. */
async function described(type: string, more = '') {
  folder = mkdtempSync(join(tmpdir(), 'wsdl-'));
  const file = join(folder, 'a.wsdl');
  writeFileSync(
    file,
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
       xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
     <w:types><x:schema targetNamespace="urn:t"><x:element name="ask">${type}</x:element>
       <x:element name="answer" type="x:string"/>${more}</x:schema></w:types>
     <w:message name="in"><w:part name="p" element="t:ask"/></w:message>
     <w:message name="out"><w:part name="p" element="t:answer"/></w:message>
     <w:portType name="P"><w:operation name="Ask"><w:input message="t:in"/><w:output message="t:out"/></w:operation></w:portType>
     <w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
       <w:operation name="Ask"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input>
       <w:output><s:body use="literal"/></w:output></w:operation></w:binding>
     <w:service name="S"><w:port name="Main" binding="t:B"><s:address location="http://old.invalid/s"/></w:port></w:service>
     </w:definitions>`,
  );
  return describeService(await loadService(file));
}
const argumentsOf = async (type: string, more?: string) => (await described(type, more))[0]?.operations.Ask?.arguments;
const sequence = (elements: string) => `<x:complexType><x:sequence>${elements}</x:sequence></x:complexType>`;

describe('a WSDL is told', () => {
  it('with its ports and operations', async () => {
    expect(await described(sequence(''))).toEqual([
      {
        service: 'S',
        port: 'Main',
        soap: '1.1',
        address: 'http://old.invalid/s',
        operations: { Ask: { style: 'document/literal', arguments: {}, answer: { '#text': 'string' } } },
      },
    ]);
  });

  it.each<[string, string, unknown]>([
    [
      'how often each element comes, and whether it may be nil',
      sequence(
        `<x:element name="a" type="x:int"/><x:element name="b" type="x:date" minOccurs="0"/>
         <x:element name="c" type="x:string" minOccurs="1" maxOccurs="50"/>
         <x:element name="d" type="x:decimal" minOccurs="0" maxOccurs="unbounded" nillable="true"/>`,
      ),
      { a: 'int', 'b?': 'date', 'c[1..50]': 'string', 'd[0..n] nil': 'decimal' },
    ],
    [
      'choices and groups that repeat',
      sequence(
        `<x:choice><x:element name="a" type="x:int"/><x:element name="b" type="x:int"/></x:choice>
         <x:sequence minOccurs="0" maxOccurs="2"><x:element name="c" type="x:int"/></x:sequence><x:any minOccurs="0"/>`,
      ),
      { '(choice)': [{ a: 'int' }, { b: 'int' }], '(sequence)[0..2]': { c: 'int' }, '*?': 'any' },
    ],
    [
      'attributes, and text beside them',
      `<x:complexType><x:simpleContent><x:extension base="x:string"><x:attribute name="id" type="x:int" use="required"/>
         <x:attribute name="kind" type="x:string"/></x:extension></x:simpleContent></x:complexType>`,
      { '@id': 'int', '@kind?': 'string', '#text': 'string' },
    ],
  ])('%s', async (_what, type, expected) => {
    expect(await argumentsOf(type)).toEqual(expected);
  });

  it.each([
    ['enumeration', '<x:enumeration value="1"/><x:enumeration value="2"/>', 'Kind: string, one of 1 | 2'],
    ['length', '<x:minLength value="1"/><x:maxLength value="20"/>', 'Kind: string, length 1..20'],
    ['pattern', '<x:pattern value="\\d{18}"/>', /^Kind: string, pattern .*\\?\{?.*18/],
  ])('the %s of a type of its own', async (_what, facets, expected) => {
    const kind = `<x:simpleType name="Kind"><x:restriction base="x:string">${facets}</x:restriction></x:simpleType>`;
    const told = (await argumentsOf(sequence('<x:element name="a" type="t:Kind"/>'), kind)) as { a: string };
    if (typeof expected === 'string') expect(told.a).toBe(expected);
    else expect(told.a).toMatch(expected);
  });

  it('digits and bounds, but not those of XML Schema itself', async () => {
    const sum = `<x:simpleType name="Sum"><x:restriction base="x:int"><x:minInclusive value="0"/><x:totalDigits value="6"/>
      </x:restriction></x:simpleType>`;
    expect(await argumentsOf(sequence('<x:element name="a" type="t:Sum"/>'), sum)).toEqual({
      a: 'Sum: int, >= 0, at most 6 digits',
    });
  });

  it('a type that holds itself, once', async () => {
    const node = `<x:complexType name="Node"><x:sequence><x:element name="next" type="t:Node" minOccurs="0"/></x:sequence></x:complexType>`;
    expect(await argumentsOf(sequence('<x:element name="a" type="t:Node"/>'), node)).toEqual({
      a: { 'next?': 'Node …' },
    });
  });
});
