import { gbkReply, writeAxisFault } from '#simulators/procuratorate-12309/envelope.ts';
import { decodeGb18030, encodeGb18030 } from '#simulators/procuratorate-12309/gb18030.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { htmlReply, type Reply } from '#simulators/soap/reply.ts';

/** What a system of that age puts into a fault: a stack, a host, a person. */
const FAULT = new SoapFault(
  'soapenv:Server.userException',
  'java.sql.SQLException: ORA-00942 张拟甲',
  'at cn.jcy.jcfw.dao.AjDao.query(AjDao.java:211) 10.9.9.9',
);

type Damage = (honest: Reply) => Reply;

/** Another text in the same envelope. */
const rewritten =
  (rewrite: (text: string) => string): Damage =>
  (honest) => ({ ...honest, body: encodeGb18030(rewrite(decodeGb18030(honest.body))) });

/** The ways in which the stand-in can damage the honest reply, by the kind named on the control port. */
export const GARBAGE: Readonly<Record<string, Damage>> = {
  'html-502': () => htmlReply(502, '502 Bad Gateway'),
  'login-page': () => htmlReply(200, '统一登录'),
  truncated: (honest) => ({ ...honest, body: honest.body.subarray(0, Math.floor(honest.body.length * 0.6)) }),
  'cut-off': (honest) => ({ ...honest, cut: true }),
  'fault-in-200': () => writeAxisFault(200, FAULT),
  'server-fault': () => writeAxisFault(500, FAULT),
  'gbk-is-utf8': (honest) => ({ ...honest, body: Buffer.from(decodeGb18030(honest.body)) }),
  'utf8-is-gbk': (honest) => ({
    ...rewritten((text) => text.replace('encoding="GBK"', 'encoding="UTF-8"'))(honest),
    contentType: 'text/xml; charset=utf-8',
  }),
  'broken-bytes': ({ body, ...rest }) => {
    const at = body.indexOf('&lt;/XY&gt;');
    return { ...rest, body: Buffer.concat([body.subarray(0, at), Buffer.of(0xb7), body.subarray(at)]) };
  },
  'empty-body': (honest) => ({ ...honest, body: Buffer.alloc(0) }),
  'empty-envelope': () => gbkReply(200, ''),
  'other-element': () => gbkReply(200, '<ns1:cxQtResponse xmlns:ns1="urn:unknown"><cxQtReturn/></ns1:cxQtResponse>'),
  'broken-document': rewritten((text) => text.replace('&lt;/XY&gt;', '')),
  'other-document': rewritten((text) => text.replaceAll('XY&gt;', 'CW&gt;')),
  'result-failed': rewritten((text) => text.replace('&lt;JGM&gt;0&', '&lt;JGM&gt;-1&')),
  'password-expired': rewritten((text) =>
    text.replace('&lt;JGM&gt;0&', '&lt;JGM&gt;-1&').replace(/(&lt;JGMS&gt;)[^&]*/, '$1口令已过期'),
  ),
  'result-unknown': rewritten((text) => text.replace('&lt;JGM&gt;0&', '&lt;JGM&gt;77&')),
  'no-result': rewritten((text) => text.replace('&lt;JGM&gt;0&lt;/JGM&gt;', '')),
  'no-content': rewritten((text) => text.replace(/&lt;SJ&gt;.*&lt;\/SJ&gt;/s, '')),
};
