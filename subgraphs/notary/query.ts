import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';
import { builder, NotarialCertificate } from '#subgraphs/notary/types.ts';

/** As the argument takes it: the code of a notary office, for example. */
const OFFICE_USCC = { ...unifiedSocialCreditCode, example: '32379999FAKE6NTY35' };

builder.queryField('verifyNotarialCertificate', (t) =>
  t.field({
    type: NotarialCertificate,
    policy: [['certificate.verify']],
    description:
      '核查公证书 verifies a notarial certificate with the platform of the notary offices：是否存在、有无撤销、与手中文件是否一致。查无此证时状态为 UNKNOWN；公证平台不可用时为 null。',
    args: {
      officeUscc: t.arg.id({
        required: true,
        description: '公证机构统一社会信用代码 unified social credit code of the notary office',
      }),
      number: t.arg.id({
        required: true,
        description: '公证书编号 number of the certificate；括号、全半角、空格不限。',
      }),
      digest: t.arg({
        type: 'Digest',
        description: '手中文件的摘要 digest of the file at hand, to be compared with the office’s original',
      }),
    },
    resolve: (_root, { officeUscc, number, digest }, context) =>
      context.verify(
        requireIdentifier(OFFICE_USCC, officeUscc, 'officeUscc'),
        requireIdentifier(notarialCertificateNo, number, 'number'),
        digest ?? null,
      ),
  }),
);
