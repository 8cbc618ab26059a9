import type { CaseToExtend } from '#subgraphs/kit/case-stub.ts';
import { numbersOfKind } from '#subgraphs/kit/linked-number.ts';
import { ArrestReview } from '#subgraphs/procuratorate/arrest-review.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';
import { ProsecutionReview } from '#subgraphs/procuratorate/prosecution-review.ts';
import { builder, Case } from '#subgraphs/procuratorate/types.ts';

/** What the procuratorate adds to a case: its own reviews of it. A package that is not accepted is no review. */
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
    arrestReviews: t.field({
      type: [ArrestReview],
      policy: [['case.read']],
      description: '审查逮捕案件 arrest reviews；检察院系统不可用时为 null。',
      requires: builder.selection<{ linkedNumbers: string[]; statement: string }>('linkedNumbers statement'),
      resolve: async (given, _args, context) =>
        context.arrestReviewsOf(acceptanceNos(given), await found(given, context)),
    }),
    prosecutionReviews: t.field({
      type: [ProsecutionReview],
      policy: [['case.read']],
      description: '审查起诉案件 prosecution reviews；检察院系统不可用时为 null。',
      requires: builder.selection<{ linkedNumbers: string[]; statement: string }>('linkedNumbers statement'),
      resolve: async (given, _args, context) =>
        context.prosecutionReviewsOf(acceptanceNos(given), await found(given, context)),
    }),
  }),
});

function acceptanceNos({ linkedNumbers }: CaseToExtend): string[] {
  return numbersOfKind(linkedNumbers, 'ACCEPTANCE_NO');
}

function found({ caseUid, statement }: CaseToExtend, context: ProcuratorateContext) {
  return context.found({ caseUid, statement });
}
