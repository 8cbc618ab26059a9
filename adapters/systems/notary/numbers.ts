import type { XmlRecord } from '#adapters/soap/value.ts';
import { requiredDigits } from '#adapters/systems/notary/fields.ts';
import { type CertificateKey, certificateKey } from '#adapters/systems/notary/port.ts';
import { requiredText } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { NotarialCertificateNo, UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';
import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

/** The parts of a number in which the platform keeps it. */
const PARTS = /^（(\d{4})）(.+)第(\d+)号$/u;

/** What a request asks for. `liushuiHao` is a number in the WSDL; on the wire it keeps the zeros before it. */
export function toParts(key: CertificateKey) {
  const [jigouDaima = '', number = ''] = key.split(' ');
  const [, niandu = '', zihao = '', liushuiHao = ''] = PARTS.exec(number) ?? [];
  return { jigouDaima, niandu, zihao, liushuiHao };
}

/** @throws UnreadableField */
export function toNumber(record: XmlRecord): NotarialCertificateNo {
  const [niandu, zihao, liushuiHao] = [
    requiredDigits(record, 'niandu'),
    requiredText(record, 'zihao'),
    requiredDigits(record, 'liushuiHao'),
  ];
  const number = notarialCertificateNo.parse(`（${niandu}）${zihao}第${liushuiHao}号`);
  if (number === null) throw new UnreadableField('liushuiHao', 'is not part of a certificate number');
  return number;
}

/** @throws UnreadableField */
export function toOffice(record: XmlRecord): UnifiedSocialCreditCode {
  const office = unifiedSocialCreditCode.parse(requiredText(record, 'jigouDaima'));
  if (office === null) throw new UnreadableField('jigouDaima', 'is not a credit code');
  return office;
}

/** @throws UnreadableField */
export function toKey(record: XmlRecord): CertificateKey {
  return certificateKey(toOffice(record), toNumber(record));
}
