import { IDEMPOTENCY_KEY } from '#subgraphs/kit/idempotency-key.ts';
import { assignLegalAid } from '#subgraphs/legal-aid/assign.ts';
import { LegalAidCase } from '#subgraphs/legal-aid/legal-aid-case.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

builder.mutationType({
  description: '变更 mutations',
  fields: (t) => ({
    assignLegalAid: t.field({
      type: LegalAidCase,
      policy: [['legal-aid.assign']],
      description:
        '指派律师 assigns a lawyer to a legal aid case of the caller’s own institution (LAL 36)；返回指派后重新读取的案件。未得到答复时，可用同一幂等键重试，不会重复指派。',
      args: {
        legalAidId: t.arg.id({ required: true, description: '法律援助案件键 our key of the case' }),
        licenceNo: t.arg.id({
          required: true,
          description: '律师执业证号 licence number of a lawyer who is practising',
        }),
        idempotencyKey: t.arg.string({
          required: true,
          description: IDEMPOTENCY_KEY,
        }),
      },
      resolve: (_root, asked, context) => assignLegalAid(context, asked),
    }),
  }),
});
