/** What the replies say of a person, which no failure may repeat. */
export const SECRET = '张拟甲';

const DECLARED =
  'xmlns:t="urn:t" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"';

function envelope(body: string, namespace = 'http://schemas.xmlsoap.org/soap/envelope/', header = ''): string {
  return `<s:Envelope xmlns:s="${namespace}" ${DECLARED}>${header}<s:Body>${body}</s:Body></s:Envelope>`;
}
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

const PARTY = `<t:party role="d"><t:name>${SECRET}</t:name><t:no>009007199254740993</t:no><t:alias/><t:alias>${SECRET}</t:alias></t:party>`;
const CASE = `<t:case>${PARTY}<t:party xsi:type="t:Person"><t:name xsi:nil="true"/><t:born>1985-06-12</t:born></t:party>
<t:parent><t:at>2024-01-02T08:30:00+08:00</t:at></t:parent><t:amount currency="CNY">1.10</t:amount><t:note>a<t:b>${SECRET}</t:b><![CDATA[<c>]]>d</t:note><t:kind>t:a</t:kind>
<t:k>1</t:k><t:v>2</t:v><t:k>${SECRET}</t:k><t:circle>1</t:circle><t:square>2</t:square><t:more xsi:type="xsd:int">7</t:more><o:x xmlns:o="urn:o" o:y="1">${SECRET}<o:z/></o:x></t:case>`;
const ANSWER = `<t:lookResponse>${CASE}<t:case/>${CASE}</t:lookResponse>`;

const multiRef = (id: string, content: string) =>
  `<multiRef id="${id}" soapenc:root="0" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="t:Struct">${content}</multiRef>`;
const ENCODED = `<t:askResponse><text xsi:type="soapenc:string">${SECRET}</text>
<structs xsi:type="soapenc:Array" soapenc:arrayType="t:Struct[3]"><structs href="#id0"/><structs href="#id1"/><structs xsi:nil="true"/></structs>
<table soapenc:arrayType="xsd:string[][2]"><r soapenc:arrayType="xsd:string[2]"><c>${SECRET}</c><c/></r><r soapenc:arrayType="xsd:string[0]"/></table></t:askResponse>
${multiRef('id0', `<name xsi:type="xsd:string">${SECRET}</name><next href="#id1"/>`)}${multiRef('id1', `<any href="#id2"/><next href="#id2"/>`)}${multiRef('id2', '<name href="#id3"/>')}<multiRef id="id3">${SECRET}</multiRef>`;

const FAULT = `<s:Fault><faultcode>s:Server.x</faultcode><faultstring>${SECRET}</faultstring><detail><t:refusal><t:code>1</t:code></t:refusal><trace>at ${SECRET}</trace></detail></s:Fault>`;
const FAULT_12 = `<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>t:x</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="zh">${SECRET}</s:Text></s:Reason><s:Detail><t:refusal><t:code>1</t:code></t:refusal></s:Detail></s:Fault>`;

/** Replies by the port of `service.wsdl` that gives them. */
export const ORIGINALS: readonly (readonly [port: string, xml: string])[] = [
  ['Document', envelope(ANSWER, undefined, `<s:Header><t:circle s:mustUnderstand="0">${SECRET}</t:circle></s:Header>`)],
  ['Document', envelope(FAULT)],
  ['Document12', envelope(ANSWER, SOAP_12)],
  ['Document12', envelope(FAULT_12, SOAP_12)],
  ['Encoded', envelope(ENCODED)],
  ['Encoded', envelope(ENCODED)],
  ['Encoded', envelope(FAULT)],
];
