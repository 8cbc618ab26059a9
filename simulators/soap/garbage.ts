import { writeEnvelope, writeFault } from '#simulators/soap/envelope.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { htmlReply, type Reply, xmlReply } from '#simulators/soap/reply.ts';
import { SOAP_1_1, type SoapVersion } from '#simulators/soap/version.ts';

/** 法院 in GBK, as Latin-1 characters. */
const GBK_BYTES = '\xb7\xa8\xd4\xba';
/** What a system of that age puts into a fault: a stack, a host, a person. */
const STACK = 'java.sql.SQLException: ORA-00942 at cn.court.ajcx.dao.AjDao.query(AjDao.java:211) 10.9.9.9 张拟甲';

/** The ways in which a stand-in can damage the honest reply, by the kind named on the control port. */
export function garbageIn(version: SoapVersion): Readonly<Record<string, (honest: Reply) => Reply>> {
  const fault = writeFault(new SoapFault(version.receiver, '查询失败', STACK), version);
  const otherElement = writeEnvelope('<cxQtResponse xmlns="urn:unknown"/>', version);
  return {
    'html-502': () => htmlReply(502, '502 Bad Gateway'),
    'login-page': () => htmlReply(200, '统一登录'),
    truncated: (honest) => ({ ...honest, body: honest.body.subarray(0, Math.floor(honest.body.length * 0.6)) }),
    'cut-off': (honest) => ({ ...honest, cut: true }),
    'fault-in-200': () => xmlReply(200, fault, version),
    'server-fault': () => xmlReply(500, fault, version),
    'wrong-encoding': ({ body, ...rest }) => ({
      ...rest,
      // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII
      body: Buffer.from(body.toString('utf8').replace(/[^\x00-\x7f]+|(?=<\/soap:Body>)/g, GBK_BYTES), 'latin1'),
    }),
    'gbk-is-utf8': ({ body, contentType, ...rest }) => ({
      ...rest,
      contentType: contentType.replace(/utf-8/i, 'GBK'),
      body: Buffer.from(body.toString('utf8').replace('encoding="UTF-8"', 'encoding="GBK"')),
    }),
    'empty-body': (honest) => ({ ...honest, body: Buffer.alloc(0) }),
    'empty-envelope': () => xmlReply(200, writeEnvelope('', version), version),
    'other-element': () => xmlReply(200, otherElement, version),
  };
}

export const GARBAGE = garbageIn(SOAP_1_1);

/** What a service with WS-Security says of an account whose password has expired: it has one code for all that is wrong with an account. */
export const PASSWORD_EXPIRED = {
  'password-expired': () => xmlReply(500, writeFault(new SoapFault('wsse:FailedAuthentication', '口令已过期，请修改'))),
};

/** What nginx says of a client certificate that has expired by its own clock. */
export const CERTIFICATE_EXPIRED = {
  'certificate-expired': () => htmlReply(400, '400 The SSL certificate error'),
};
