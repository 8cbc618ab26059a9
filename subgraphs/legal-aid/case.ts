import { numbersOfKind } from '#subgraphs/kit/linked-number.ts';
import { LegalAidCase } from '#subgraphs/legal-aid/legal-aid-case.ts';
import { builder, Case } from '#subgraphs/legal-aid/types.ts';

/** What the legal aid institution adds to a case: its own records of it. */
Case.implement({
  externalFields: (t) => ({
    caseUid: t.id({ nullable: false }),
    linkedNumbers: t.idList({ nullable: false }),
    statement: t.string({ nullable: false }),
  }),
  fields: (t) => ({
    recordNumber: t.exposeID('recordNumber', {
      inaccessible: true,
      description: '部门编号 one agency’s number of the case，供各部门子图引用。',
    }),
    legalAidCases: t.field({
      type: [LegalAidCase],
      policy: [['case.read']],
      description: '法律援助案件 legal aid cases；法律援助系统不可用时为 null。',
      requires: builder.selection<{ linkedNumbers: string[]; statement: string }>('linkedNumbers statement'),
      resolve: async ({ caseUid, linkedNumbers, statement }, _args, context) => {
        const found = await context.found({ caseUid, statement });
        return context.legalAidCases(numbersOfKind(linkedNumbers, 'LEGAL_AID_ID'), found);
      },
    }),
  }),
});
