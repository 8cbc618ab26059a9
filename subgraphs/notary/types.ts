import type { CertificateVerification } from '#adapters/systems/notary/port.ts';
import { CERTIFICATE_STATE } from '#schema/enums/certificate-state.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';
import type { NotaryContext } from '#subgraphs/notary/context.ts';

export const builder = createBuilder<NotaryContext>();
builder.queryType({ description: '查询 queries' });

const State = builder.enumType('CertificateState', {
  description: '公证书状态 state of a notarial certificate',
  values: graphValues(CERTIFICATE_STATE),
});

export const NotarialCertificate = builder.objectRef<CertificateVerification>('NotarialCertificate');
NotarialCertificate.implement({
  description:
    '公证书核查结果 a notarial certificate as its office states it at this moment：每次实时核查，不使用缓存（公证法第三十九条）。',
  policy: [['certificate.verify']],
  fields: (t) => ({
    officeUscc: t.exposeID('officeUscc', {
      nullable: false,
      description: '公证机构统一社会信用代码 unified social credit code of the notary office',
    }),
    number: t.exposeID('number', { nullable: false, description: '公证书编号 its number, unique within the office' }),
    state: t.expose('state', { type: State, nullable: false, description: '状态 its state' }),
    checkedAt: t.expose('checkedAt', {
      type: 'DateTime',
      nullable: false,
      description: '核查时间 when the notary office answered',
    }),
    issuedOn: t.expose('issuedOn', { type: 'LegalDate', description: '出具日期 issued on' }),
    revokedOn: t.expose('revokedOn', { type: 'LegalDate', description: '撤销日期 revoked on' }),
    enforceable: t.exposeBoolean('enforceable', {
      nullable: false,
      description: '是否具有强制执行效力 whether it may be enforced without a judgment；已撤销的公证书没有此效力。',
    }),
    digestMatches: t.exposeBoolean('digestMatches', {
      description:
        '摘要是否一致 whether the digest is that of the certificate’s original；未提供摘要，或公证机构没有 SM3 摘要时为 null。',
    }),
    executionCertificate: t.field({
      type: NotarialCertificate,
      description:
        '执行证书 the certificate of execution, by the same office, looked at live too；未出具或公证平台不可用时为 null。',
      resolve: ({ officeUscc, executionNumber }, _args, context) =>
        executionNumber && context.verify(officeUscc, executionNumber, null),
    }),
  }),
});
builder.asEntity(NotarialCertificate, {
  key: builder.selection<{ officeUscc: string; number: string }>('officeUscc number'),
  resolveReference: ({ officeUscc, number }, context) => {
    const [office, canonical] = [unifiedSocialCreditCode.parse(officeUscc), notarialCertificateNo.parse(number)];
    return office === null || canonical === null ? null : context.verify(office, canonical, null);
  },
});
