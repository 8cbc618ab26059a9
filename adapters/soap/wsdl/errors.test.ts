import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorOf, filesOf } from '#adapters/soap/bundle/files.fixture.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import { DEFAULTS, loadPieces, type Pieces, wsdlOf } from '#adapters/soap/wsdl/wsdl.fixture.ts';

type Piece = keyof Pieces;

/** One piece of the WSDL with one thing in it replaced by another. */
const broken = (piece: Piece, what: string, by: string): Pieces => ({ [piece]: DEFAULTS[piece].replace(what, by) });
const T = '(namespace urn:t)';

/** All in `s.wsdl`; what stands in which line is fixed by `wsdlOf`. */
const BROKEN: readonly (readonly [what: string, pieces: Pieces, error: string])[] = [
  ['no port', { service: '' }, '1: there is no <service> with a <port> whose binding is SOAP over HTTP'],
  [
    'no SOAP',
    broken('binding', '<soap:binding', '<t:binding'),
    '1: there is no <service> with a <port> whose binding is SOAP over HTTP',
  ],
  [
    'another transport',
    broken('binding', 'soap/http', 'soap/smtp'),
    '1: there is no <service> with a <port> whose binding is SOAP over HTTP',
  ],
  [
    'an element misspelt',
    { messages: '<mesage name="in"/>' },
    '9: <mesage> may not stand in <definitions>; allowed: import, types, message, portType, binding, service, documentation',
  ],
  [
    'an attribute misspelt',
    broken('messages', 'element=', 'elment='),
    '9: <part> has no attribute elment; allowed: name, type, element',
  ],
  [
    'a message without a name',
    broken('messages', '<message name="out">', '\n<message>'),
    '11: <message> needs the attribute name',
  ],
  [
    'a message twice',
    broken('messages', 'name="out"', 'name="in"'),
    `10: the message in ${T} is defined twice: also at s.wsdl:9`,
  ],
  [
    'a part without type',
    broken('messages', ' element="t:ask"', ''),
    '9: the part body needs either the attribute element or type',
  ],
  [
    'a part with both',
    broken('messages', ' element="t:ask"', ' element="t:ask" type="xs:int"'),
    '9: the part body needs either the attribute element or type',
  ],
  [
    'a part twice',
    broken('messages', '</message>', '\n<part name="body" element="t:ask"/></message>'),
    '10: the part body is defined twice in its message',
  ],
  [
    'a part whose element is missing',
    broken('messages', 't:ask', 't:none'),
    `9: the element none ${T} is not declared`,
  ],
  [
    'a part whose type is missing',
    broken('messages', 'element="t:ask"', 'type="xs:none"'),
    '9: the type none (namespace http://www.w3.org/2001/XMLSchema) is not declared',
  ],
  [
    'a part with a type in style document',
    broken('messages', 'element="t:answer"', 'type="xs:string"'),
    '10: the part body has a type: in style document it needs the attribute element',
  ],
  [
    'a part whose prefix is not bound',
    broken('messages', 't:ask', 'q:ask'),
    '9: the prefix q of element="q:ask" is not bound to a namespace',
  ],
  [
    'an operation without input',
    { portType: '<portType name="P">\n<operation name="look"/></portType>' },
    '12: the operation look needs an <input>',
  ],
  [
    'an operation whose message is missing',
    broken('portType', 't:in', 't:none'),
    `11: the message none ${T} is not defined`,
  ],
  [
    'an operation whose message is not named',
    broken('portType', ' message="t:out"', ''),
    '11: <output> needs the attribute message',
  ],
  [
    'an input twice',
    broken('portType', '<output ', '<input message="t:in"/><output '),
    '11: the operation look has a second <input>',
  ],
  [
    'a fault twice',
    broken(
      'portType',
      '</operation>',
      '<fault name="F" message="t:out"/>\n<fault name="F" message="t:out"/></operation>',
    ),
    '12: the fault F is declared twice',
  ],
  [
    'a fault whose message is missing',
    broken('portType', '</operation>', '\n<fault name="F" message="t:none"/></operation>'),
    `12: the message none ${T} is not defined`,
  ],
  [
    'an operation twice',
    broken(
      'portType',
      '</portType>',
      '\n<operation name="look"><input message="t:in"/><output message="t:out"/></operation></portType>',
    ),
    '12: the operation look:lookRequest is defined twice: give their inputs different names',
  ],
  [
    'a portType twice',
    { portType: `${DEFAULTS.portType}\n<portType name="P"/>` },
    `12: the portType P ${T} is defined twice: also at s.wsdl:11`,
  ],
  ['a binding of no portType', broken('binding', 't:P', 't:Q'), `12: the portType Q ${T} is not defined`],
  ['a binding without type', broken('binding', ' type="t:P"', ''), '12: <binding> needs the attribute type'],
  [
    'an operation that the portType lacks',
    broken('binding', '<operation name="look"', '<operation name="see"'),
    '13: the portType has no operation see',
  ],
  [
    'an operation bound twice',
    broken('binding', '</operation></binding>', '</operation>\n<operation name="look"/></binding>'),
    '14: the operation look is bound twice',
  ],
  [
    'a binding without input',
    broken('binding', '<input><soap:body use="literal"/></input>', ''),
    '13: the operation look needs an <input>',
  ],
  [
    'a binding without body',
    broken('binding', '<input><soap:body use="literal"/></input>', '\n<input/>'),
    '14: <input> needs a <body> of the namespace http://schemas.xmlsoap.org/wsdl/soap/',
  ],
  [
    'a body of the other version',
    broken('binding', '<input><soap:body', '<input><soap12:body'),
    '13: <input> needs a <body> of the namespace http://schemas.xmlsoap.org/wsdl/soap/',
  ],
  [
    'a use of another kind',
    broken('binding', 'use="literal"', 'use="plain"'),
    '13: use="plain" must be one of: literal, encoded',
  ],
  [
    'uses that differ',
    broken('binding', '<output><soap:body use="literal"', '<output><soap:body use="encoded"'),
    '13: use of <input> and <output> must be the same',
  ],
  [
    'a style of another kind',
    broken('binding', 'style="document"', 'style="wrapped"'),
    '12: style="wrapped" must be one of: document, rpc',
  ],
  [
    'parts that the message lacks',
    broken('binding', '<input><soap:body', '<input><soap:body parts="body head"'),
    '13: the message has no part head; it has: body',
  ],
  [
    'a header of no message',
    broken('binding', '<input>', '<input>\n<soap:header message="t:none" part="x" use="literal"/>'),
    `14: the message none ${T} is not defined`,
  ],
  [
    'a header of no part',
    broken('binding', '<input>', '<input>\n<soap:header message="t:in" part="x" use="literal"/>'),
    '14: the message has no part x; it has: body',
  ],
  [
    'a header that names no part',
    broken('binding', '<input>', '<input>\n<soap:header message="t:in" use="literal"/>'),
    '14: <header> needs the attribute part',
  ],
  ['a port of no binding', broken('service', 't:B', 't:None'), `14: the binding None ${T} is not defined`],
  [
    'a port twice',
    broken('service', '</service>', '\n<port name="Main" binding="t:B"/></service>'),
    '15: the port Main is defined twice in its service',
  ],
  [
    'an import without location',
    { imports: '<import namespace="urn:u"/>' },
    '2: <import> needs the attribute location',
  ],
  [
    'an import of another namespace',
    { imports: '<import namespace="urn:u" location="s.wsdl"/>' },
    '2: what is imported has the targetNamespace "urn:t", not "urn:u"',
  ],
  [
    'an import from a network',
    { imports: '<import namespace="urn:u" location="http://127.0.0.1:1/u.wsdl"/>' },
    '2: "http://127.0.0.1:1/u.wsdl" is not fetched: put the file into the folder of the WSDL and name it by a relative path',
  ],
  [
    'an import that is missing',
    { imports: '<import namespace="urn:u" location="u.wsdl"/>' },
    '2: the file does not exist',
  ],
  [
    'an error in the schema',
    broken('types', 'type="xs:long"', 'type="xs:lng"'),
    '4: the type lng (namespace http://www.w3.org/2001/XMLSchema) is not declared: that namespace has none of this name',
  ],
  [
    'a tag that is not closed',
    broken('types', '</xs:schema>', ''),
    '8: an end tag does not match the element that is open',
  ],
  [
    'an entity',
    broken('service', 'http://', '&evil;'),
    '14: an entity is refused: only &amp;, &lt;, &gt;, &quot;, &apos; and character references are read',
  ],
];

describe('a WSDL that does not load says where and why', () => {
  it.each(BROKEN)('%s', async (_what, pieces, error) => {
    expect(await errorOf(loadPieces(pieces))).toBe(`s.wsdl:${error}`);
  });

  it.each([
    [
      'another document',
      '<html><body/></html>',
      '1: <html> is not a WSDL 1.1: <definitions> of the namespace http://schemas.xmlsoap.org/wsdl/ is expected',
    ],
    [
      'WSDL 2.0',
      '<description xmlns="http://www.w3.org/ns/wsdl"/>',
      '1: <description> is not a WSDL 1.1: <definitions> of the namespace http://schemas.xmlsoap.org/wsdl/ is expected',
    ],
    [
      'a schema',
      '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>',
      '1: <schema> is not a WSDL 1.1: <definitions> of the namespace http://schemas.xmlsoap.org/wsdl/ is expected',
    ],
    ['an HTML page of an error', '<!DOCTYPE html>\n<html><br></html>', '1: a DTD is refused'],
    [
      'a DTD from outside',
      `<!DOCTYPE definitions SYSTEM "http://127.0.0.1:1/x.dtd">\n${wsdlOf()}`,
      '1: a DTD is refused',
    ],
    ['a bomb', `<!DOCTYPE x [<!ENTITY a "aa">\n<!ENTITY b "&a;&a;">]>${wsdlOf()}`, '1: a DTD is refused'],
    ['nothing', '', '1: there is no element'],
  ])('%s', async (_what, content, error) => {
    expect(await errorOf(loadService(join(await filesOf({ 's.wsdl': content }), 's.wsdl')))).toBe(`s.wsdl:${error}`);
  });

  it('shows names of the file in bounded length, on one line', async () => {
    const message = await errorOf(loadPieces(broken('messages', 't:ask', `t:${'x'.repeat(1_000)}`)));
    expect(message).toBe(`s.wsdl:9: the element ${'x'.repeat(80)}… ${T} is not declared`);
  });
});
