import type { LegalAidId } from '#schema/identifiers/kinds.ts';
import { factsOf } from '#subgraphs/legal-aid/context.ts';
import { builder, LegalAidCase } from '#subgraphs/legal-aid/types.ts';

/** What the legal aid institution adds to a case: its own records of it. */
builder.externalRef('Case', builder.selection<{ caseUid: string }>('caseUid')).implement({
  externalFields: (t) => ({
    legalAidIds: t.idList({ nullable: false }),
    statement: t.string({ nullable: false }),
  }),
  fields: (t) => ({
    caseUid: t.exposeID('caseUid', { nullable: false, description: '平台统一案号 unified case id' }),
    legalAidCases: t.field({
      type: [LegalAidCase],
      policy: [['case.read']],
      description: '法律援助案件 legal aid cases；法律援助系统不可用时为 null。',
      requires: builder.selection<{ legalAidIds: string[]; statement: string }>('legalAidIds statement'),
      resolve: async (reference, _args, context) => {
        const findings = await context.findings(reference);
        const records = await Promise.all(reference.legalAidIds.map((id) => context.cases.load(id as LegalAidId)));
        return records
          .filter((record) => record !== null)
          .filter((record) => context.mayShow('LegalAidCase', reference.caseUid, factsOf(record), findings));
      },
    }),
  }),
});
