import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesOf } from '#adapters/soap/bundle/files.fixture.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import type { Message } from '#adapters/soap/wsdl/model.ts';
import { DEFAULTS, loadPieces, operationIn, wsdlOf } from '#adapters/soap/wsdl/wsdl.fixture.ts';

const partNames = ({ parts }: Message) => parts.map(({ name }) => name);
const rpc = (body: string, operation = '') =>
  `<binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><operation name="look">${operation}<input><soap:body ${body}/></input><output><soap:body ${body}/></output></operation></binding>`;
const TYPED = `<message name="in"><part name="a" type="xs:string"/><part name="b" type="xs:int"/></message><message name="out"><part name="r" type="xs:string"/></message>`;

describe('loadService', () => {
  it('reads document style', async () => {
    const service = await loadPieces({});
    expect(service.ports).toMatchObject([
      { service: 'S', name: 'Main', version: '1.1', address: 'http://example.invalid/s' },
    ]);
    const operation = operationIn(service, 'look');
    expect(operation).toMatchObject({
      name: 'look',
      action: 'urn:look',
      style: 'document',
      use: 'literal',
      faults: [],
    });
    expect(operation.input).toMatchObject({ namespace: '', parts: [{ name: 'body', type: null }], headers: [] });
    expect(operation.input.parts[0]?.element).toBe(service.schemas.element({ namespace: 'urn:t', name: 'ask' }));
  });

  it('reads RPC style, encoded', async () => {
    const binding = rpc(
      'use="encoded" namespace="urn:wrapper" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"',
    );
    const operation = operationIn(await loadPieces({ messages: TYPED, binding }), 'look');
    expect(operation).toMatchObject({ style: 'rpc', use: 'encoded', action: '' });
    expect(operation.input).toMatchObject({
      namespace: 'urn:wrapper',
      parts: [{ name: 'a', element: null, type: { builtIn: 'string' } }, { name: 'b' }],
    });
  });

  it('takes the style of the operation, and the target namespace where RPC names none', async () => {
    const binding = rpc('use="literal"', '<soap:operation soapAction="x" style="rpc"/>').replace(
      'style="rpc"',
      'style="document"',
    );
    const operation = operationIn(await loadPieces({ messages: TYPED, binding }), 'look');
    expect(operation).toMatchObject({ style: 'rpc', use: 'literal', input: { namespace: 'urn:t' } });
  });

  it('reads several ports and services, of both versions, and leaves out what is not SOAP over HTTP', async () => {
    const bindings = ['B', 'C', 'D', 'E'].map((name) => DEFAULTS.binding.replace('name="B"', `name="${name}"`));
    const binding = [
      bindings[0],
      bindings[1]?.replaceAll('soap:', 'soap12:'),
      bindings[2]?.replace('soap/http"', 'soap/jms"'),
      bindings[3]?.replaceAll('soap:', 't:'),
    ].join('');
    const port = (name: string) => `<port name="${name}" binding="t:${name}"/>`;
    const service = await loadPieces({
      binding,
      service: `<service name="S">${port('B')}${port('C')}${port('D')}${port('E')}</service><service name="Other">${port('C')}</service>`,
    });
    expect(
      service.ports.map(({ service: name, name: port, version, address }) => [name, port, version, address]),
    ).toEqual([
      ['S', 'B', '1.1', null],
      ['S', 'C', '1.2', null],
      ['Other', 'C', '1.2', null],
    ]);
  });

  it('reads headers, and leaves them out of the body', async () => {
    const messages = `<message name="in"><part name="body" element="t:ask"/><part name="ticket" element="t:ticket"/></message>
      <message name="out"><part name="body" element="t:answer"/><part name="extra" element="t:ticket"/></message>`;
    const binding = DEFAULTS.binding
      .replace(
        '<soap:body use="literal"/>',
        '<soap:header message="t:in" part="ticket" use="literal"/><soap:body use="literal"/>',
      )
      .replace('<output><soap:body', '<output><soap:body parts="body"');
    const { input, output } = operationIn(await loadPieces({ messages, binding }), 'look');
    expect([partNames(input), input.headers.map(({ name }) => name)]).toEqual([['body'], ['ticket']]);
    expect(output && partNames(output)).toEqual(['body']);
  });

  it('reads declared faults, elements and typed parts', async () => {
    const service = await loadPieces({
      messages: `${DEFAULTS.messages}<message name="f"><part name="fault" element="t:refusal"/></message><message name="g"><part name="why" type="xs:string"/></message>`,
      portType: DEFAULTS.portType.replace(
        '</operation>',
        '<fault name="F" message="t:f"/><fault name="G" message="t:g"/></operation>',
      ),
      binding: DEFAULTS.binding.replace(
        '</operation></binding>',
        '<fault name="G"><soap:fault name="G" use="encoded" namespace="urn:g"/></fault></operation></binding>',
      ),
    });
    expect(operationIn(service, 'look').faults.map(({ name }) => [name.namespace, name.name])).toEqual([
      ['urn:t', 'refusal'],
      ['urn:g', 'why'],
    ]);
  });

  it('reads one-way operations, and leaves out those where the server calls', async () => {
    const service = await loadPieces({
      portType:
        '<portType name="P"><operation name="look"><input message="t:in"/></operation><operation name="call"><output message="t:out"/><input message="t:in"/></operation></portType>',
      binding: DEFAULTS.binding.replace('</binding>', '<operation name="call"/></binding>'),
    });
    expect(operationIn(service, 'look').output).toBeNull();
    expect([...(service.ports[0]?.operations.keys() ?? [])]).toEqual(['look']);
  });

  it('tells overloaded operations apart by their inputs', async () => {
    const overloaded = (input: string) =>
      `<operation name="look"><input name="${input}" message="t:in"/><output message="t:out"/></operation>`;
    const bound = (input: string) =>
      `<operation name="look"><soap:operation soapAction="urn:${input}"/><input name="${input}"><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation>`;
    const service = await loadPieces({
      portType: `<portType name="P">${overloaded('one')}${overloaded('two')}</portType>`,
      binding: `<binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>${bound('two')}${bound('one')}</binding>`,
    });
    expect(operationIn(service, 'look:one')).toMatchObject({ name: 'look', action: 'urn:one' });
    expect(operationIn(service, 'look:two')).toMatchObject({ name: 'look', action: 'urn:two' });
  });

  it('reads the body within attachments', async () => {
    const binding = DEFAULTS.binding.replace(
      '<input><soap:body use="literal"/></input>',
      '<input><m:multipartRelated xmlns:m="http://schemas.xmlsoap.org/wsdl/mime/"><m:part><soap:body use="literal"/></m:part><m:part><m:content part="x" type="image/png"/></m:part></m:multipartRelated></input>',
    );
    expect(partNames(operationIn(await loadPieces({ binding }), 'look').input)).toEqual(['body']);
  });

  it('leaves extensions out', async () => {
    const service = await loadPieces({
      imports: '<x:policy xmlns:x="urn:x"><x:all/></x:policy><documentation>…</documentation>',
      portType: DEFAULTS.portType.replace('<input ', '<x:y xmlns:x="urn:x"/><input x:a="1" xmlns:x="urn:x" '),
    });
    expect(service.ports).toHaveLength(1);
  });
});

describe('files of a bundle', () => {
  const schema = (content: string, attributes = 'targetNamespace="urn:t"') =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:u="urn:u" ${attributes}>${content}</xs:schema>`;
  const typesWith = (reference: string) => `<types><xs:schema targetNamespace="urn:t">${reference}</xs:schema></types>`;
  const DECLARED = '<xs:element name="ask" type="t:Key"/><xs:element name="answer" type="xs:string"/>';

  it('import one another in circles, WSDLs and schemas, above and below', async () => {
    const folder = await filesOf({
      's.wsdl': wsdlOf({
        imports: '<import namespace="urn:t" location="parts/abstract.wsdl"/>',
        types: '',
        messages: '',
        portType: '',
      }),
      'parts/abstract.wsdl': wsdlOf({
        imports: '<import namespace="urn:t" location="../s.wsdl"/>',
        types: typesWith('<xs:include schemaLocation="../types/a.xsd"/>'),
        binding: '',
        service: '',
      }),
      'types/a.xsd': schema(
        `<xs:include schemaLocation="a.xsd"/><xs:import namespace="urn:u" schemaLocation="b.xsd"/>${DECLARED}<xs:complexType name="Key"><xs:sequence><xs:element ref="u:other"/></xs:sequence></xs:complexType>`,
      ),
      'types/b.xsd': schema(
        '<xs:import namespace="urn:t" schemaLocation="./a.xsd"/><xs:element name="other" type="t:Key"/>',
        'targetNamespace="urn:u"',
      ),
    });
    const { schemas, ports } = await loadService(join(folder, 's.wsdl'));
    expect(ports[0]?.operations.has('look')).toBe(true);
    const key = schemas.type({ namespace: 'urn:t', name: 'Key' });
    expect(schemas.element({ namespace: 'urn:u', name: 'other' })?.type()).toBe(key);
  });

  it('are included by whoever lends them a namespace', async () => {
    const chameleon = schema(
      '<xs:element name="ask" type="Key"/><xs:element name="answer" type="xs:string"/><xs:complexType name="Key"><xs:sequence><xs:element name="k" type="Key" minOccurs="0" form="qualified"/></xs:sequence></xs:complexType>',
      '',
    );
    const service = await loadPieces(
      {
        types: `<types><xs:schema targetNamespace="urn:t"><xs:include schemaLocation="c.xsd"/></xs:schema><xs:schema targetNamespace="urn:u"><xs:include schemaLocation="c.xsd"/></xs:schema></types>`,
      },
      { 'c.xsd': chameleon },
    );
    const keys = ['urn:t', 'urn:u'].map((namespace) => service.schemas.type({ namespace, name: 'Key' }));
    expect(keys.map((type) => type?.name?.namespace)).toEqual(['urn:t', 'urn:u']);
    const [first] =
      keys[1]?.kind === 'complex' && keys[1].content && 'particles' in keys[1].content ? keys[1].content.particles : [];
    expect(first?.kind === 'element' && [first.element.name.namespace, first.element.type() === keys[1]]).toEqual([
      'urn:u',
      true,
    ]);
  });

  it('need none for the namespaces that everybody has', async () => {
    const types = `<types><xs:schema targetNamespace="urn:t">
      <xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/" schemaLocation="http://schemas.xmlsoap.org/soap/encoding/"/>
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
      <xs:element name="ask" type="xs:string"/><xs:element name="answer" type="xs:string"/></xs:schema></types>`;
    expect((await loadPieces({ types })).ports).toHaveLength(1);
  });

  it('may be schemas, imported by the WSDL itself', async () => {
    const service = await loadPieces(
      { imports: '<import namespace="urn:t" location="t.xsd"/>', types: '' },
      { 't.xsd': schema('<xs:element name="ask"/><xs:element name="answer"/>') },
    );
    expect(service.ports).toHaveLength(1);
  });
});
