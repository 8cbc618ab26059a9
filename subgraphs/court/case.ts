import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { builder, CourtCase } from '#subgraphs/court/types.ts';

/** What the court adds to a case: its own records of it. */
builder.externalRef('Case', builder.selection<{ caseUid: string }>('caseUid')).implement({
  externalFields: (t) => ({
    courtCaseNos: t.idList({ nullable: false }),
    statement: t.string({ nullable: false }),
  }),
  fields: (t) => ({
    caseUid: t.exposeID('caseUid', { nullable: false, description: '平台统一案号 unified case id' }),
    courtCases: t.field({
      type: [CourtCase],
      policy: [['case.read']],
      description: '法院案件 court cases；法院系统不可用时为 null。',
      requires: builder.selection<{ courtCaseNos: string[]; statement: string }>('courtCaseNos statement'),
      resolve: async (reference, _args, context) => {
        const findings = await context.findings(reference);
        const visible = await context.visible(reference.courtCaseNos as CourtCaseNo[], reference.caseUid, findings);
        const records = await Promise.all(visible.map((number) => context.cases.load(number)));
        return records.filter((record) => record !== null);
      },
    }),
  }),
});
