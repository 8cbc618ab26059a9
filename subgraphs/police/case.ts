import { numbersOfKind } from '#subgraphs/kit/linked-number.ts';
import { PoliceCase } from '#subgraphs/police/police-case.ts';
import { builder, Case } from '#subgraphs/police/types.ts';

/** What the police add to a case: their own records of it. */
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
    policeCases: t.field({
      type: [PoliceCase],
      policy: [['case.read']],
      description: '公安案件 police cases；并案侦查的各案都列出，公安系统不可用时为 null。',
      requires: builder.selection<{ linkedNumbers: string[]; statement: string }>('linkedNumbers statement'),
      resolve: async ({ caseUid, linkedNumbers, statement }, _args, context) => {
        const found = await context.found({ caseUid, statement });
        return context.policeCases(numbersOfKind(linkedNumbers, 'POLICE_CASE_NO'), found);
      },
    }),
  }),
});
