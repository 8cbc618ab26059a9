import { describe, expect, it } from '@jest/globals';
import { documentWire, envelopeOf, readEnvelope, rpcWire } from '#adapters/soap/read/wire.fixture.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const CONTENT = '<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>';
const TYPES =
  '<xs:element name="ticket"><xs:complexType><xs:sequence><xs:element name="id" type="xs:long"/></xs:sequence></xs:complexType></xs:element>';
const wire = await documentWire(CONTENT, TYPES);
const wire12 = await documentWire(CONTENT, TYPES, 'qualified', '1.2');
const ANSWER = '<t:callResponse><t:a>1</t:a></t:callResponse>';

describe('an envelope', () => {
  it('may have a header, whatever stands in it', () => {
    const header = '<t:ticket s:mustUnderstand="1" id="1">text<t:id>x</t:id></t:ticket><t:callResponse/><s:Fault/>';
    expect(readEnvelope(wire, envelopeOf(ANSWER, '1.1', header))).toEqual({
      kind: 'answer',
      record: { a: '1' },
      undeclared: 0,
    });
  });

  it('may hold its parts in any order, and more', () => {
    const xml = `<s:Envelope xmlns:s="${SOAP_1_1.namespace}" xmlns:t="urn:t"><t:x/>\n<s:Body>${ANSWER}</s:Body><s:Header><y/></s:Header></s:Envelope>`;
    expect(readEnvelope(wire, xml)).toMatchObject({ record: { a: '1' } });
  });

  it.each([
    ['none at all', '<error><code>1</code></error>', 'the reply is no SOAP envelope'],
    ['an HTML page', '<html><body>502</body></html>', 'the reply is no SOAP envelope'],
    ['of the other version', envelopeOf(ANSWER, '1.2'), 'the reply is an envelope of the other version of SOAP'],
    ['without a body', `<s:Envelope xmlns:s="${SOAP_1_1.namespace}"/>`, 'the body holds no response'],
    ['with an empty body', envelopeOf(''), 'the body holds no response'],
    ['with two bodies', envelopeOf(`${ANSWER}</s:Body><s:Body>${ANSWER}`), 'Body holds a part of the envelope twice'],
    ['with another element', envelopeOf('<t:call/>'), 'Body holds another element than the response'],
    ['with two answers', envelopeOf(ANSWER.repeat(2)), 'Body/callResponse comes more than once'],
    ['with text', envelopeOf('OK'), 'Body holds text beside its elements'],
  ])('is refused where it is %s', (_what, xml, message) => {
    expect(() => readEnvelope(wire, xml)).toThrow(
      expect.objectContaining({ message, code: 'DEPARTMENT_DATA_INVALID', retryable: false }),
    );
  });

  it('of an operation of one way answers nothing', () => {
    const oneWay = { ...wire, operation: { ...wire.operation, output: null } };
    expect(readEnvelope(oneWay, envelopeOf(''))).toMatchObject({ kind: 'answer', record: {} });
    expect(readEnvelope(oneWay, envelopeOf('<x/>'))).toMatchObject({ record: {}, undeclared: 1 });
  });

  it('of several parts has an entry for each', () => {
    const [part] = wire.operation.output?.parts ?? [];
    const ticket = wire.schemas.element({ namespace: 'urn:t', name: 'ticket' });
    if (!part || !ticket) throw new Error('no part');
    const output = { namespace: '', headers: [], parts: [part, { name: 'second', element: ticket, type: null }] };
    const body = `<t:ticket><t:id>1</t:id></t:ticket>${ANSWER}`;
    expect(readEnvelope({ ...wire, operation: { ...wire.operation, output } }, envelopeOf(body))).toMatchObject({
      record: { parameters: { a: '1' }, second: { id: '1' } },
    });
  });
});

describe('a fault', () => {
  const DETAIL =
    '<t:fault>007</t:fault><t:ticket><t:id>1</t:id></t:ticket><e:trace xmlns:e="urn:e">at <b>x</b></e:trace><t:fault>8</t:fault>';
  const detail = { fault: '007', ticket: { id: '1' }, trace: { '#content': ['at ', ['b', 'x']] } };

  it('of SOAP 1.1 has code, sentence, actor and typed detail', () => {
    const fault = `<s:Fault><faultcode>s:Server.userException</faultcode><faultstring> 系统忙 </faultstring><faultactor>urn:x</faultactor><detail>\n${DETAIL}</detail></s:Fault>`;
    expect(wire.reply(fault)).toEqual({
      kind: 'fault',
      fault: { code: 'Server.userException', subcodes: [], reason: '系统忙', actor: 'urn:x', detail },
    });
  });

  it('of SOAP 1.2 has subcodes, and its sentence in Chinese where there are several', () => {
    const code =
      '<s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>t:A</s:Value><s:Subcode><s:Value>B</s:Value></s:Subcode></s:Subcode></s:Code>';
    const reason = '<s:Reason><s:Text xml:lang="en">busy</s:Text><s:Text xml:lang="zh-CN">系统忙</s:Text></s:Reason>';
    expect(
      wire12.reply(`<s:Fault>${code}${reason}<s:Role>urn:x</s:Role><s:Detail>${DETAIL}</s:Detail></s:Fault>`),
    ).toEqual({
      kind: 'fault',
      fault: { code: 'Receiver', subcodes: ['A', 'B'], reason: '系统忙', actor: 'urn:x', detail },
    });
  });

  it.each([
    ['empty', '', {}],
    [
      'with wrong bytes in its sentence',
      '<faultcode>s:Server</faultcode><faultstring>\ufffd</faultstring>',
      { code: 'Server' },
    ],
    ['qualified where it should not be', '<s:faultcode>Client</s:faultcode>', { code: 'Client' }],
    ['of elements where text should be', '<faultcode><x>1</x></faultcode><detail>text</detail>', {}],
    [
      'with names that objects have',
      '<detail><__proto__><x>1</x></__proto__></detail>',
      { detail: JSON.parse('{"__proto__":{"#content":[["x","1"]]}}') },
    ],
  ])('may be %s', (_what, content, parts) => {
    const nothing = { code: '', subcodes: [], reason: '', actor: null, detail: {} };
    expect(wire.reply(`<s:Fault>${content}</s:Fault>`)).toEqual({ kind: 'fault', fault: { ...nothing, ...parts } });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is one whatever its detail is instead of what is declared', () => {
    const ticket = '<t:ticket><t:id>1</t:id><t:id>2</t:id></t:ticket><t:fault><x/></t:fault><other>1</other>';
    expect(wire.reply(`<s:Fault><faultcode>s:Server</faultcode><detail>${ticket}</detail></s:Fault>`)).toMatchObject({
      kind: 'fault',
      fault: {
        code: 'Server',
        detail: { ticket: expect.any(InvalidValue), fault: expect.any(InvalidValue), other: '1' },
      },
    });
  });

  it('of RPC/encoded may refer to its detail', async () => {
    const rpc = await rpcWire({ a: 'xs:string' }, 'encoded', TYPES);
    const fault = '<s:Fault><faultcode>s:Server</faultcode><detail><t:ticket href="#id0"/></detail></s:Fault>';
    expect(rpc.reply(`${fault}<multiRef id="id0"><t:id>007</t:id></multiRef>`)).toMatchObject({
      kind: 'fault',
      fault: { detail: { ticket: { id: '007' } } },
    });
  });

  it('is one of its own version', () => {
    expect(() => wire.reply(`<f:Fault xmlns:f="${SOAP_1_2.namespace}"/>`)).toThrow(
      'Body holds another element than the response',
    );
  });
});
