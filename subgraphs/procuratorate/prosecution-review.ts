import type { ProsecutionReviewRecord } from '#adapters/systems/procuratorate-12309/review-records.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { PROSECUTION_REVIEW_STATUS } from '#schema/enums/prosecution-review-status.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseOfRecord } from '#subgraphs/kit/case-stub.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { PersonOutcome } from '#subgraphs/procuratorate/person-outcome.ts';
import { prosecutorOf, type ReviewShown, shownRows, showsDecisions } from '#subgraphs/procuratorate/review.ts';
import { SupplementReturn } from '#subgraphs/procuratorate/supplement-return.ts';
import { builder, Case, Officer } from '#subgraphs/procuratorate/types.ts';

const Status = builder.enumType('ProsecutionReviewStatus', {
  description: '审查起诉案件状态 state of a prosecution review',
  values: graphValues(PROSECUTION_REVIEW_STATUS),
});

export const ProsecutionReview = builder
  .objectRef<ReviewShown<ProsecutionReviewRecord>>('ProsecutionReview')
  .implement({
    description: '审查起诉案件 a prosecution review (CPL 169–177)：对每人分别作出决定。',
    policy: [['case.read']],
    fields: (t) => ({
      acceptanceNo: t.id({
        nullable: false,
        description: '部门受案号 acceptance number',
        resolve: ({ record }) => record.acceptanceNo,
      }),
      rawNumber: t.string({
        nullable: false,
        description: '受案号原文 the number as the procuratorate wrote it',
        resolve: ({ record }) => record.rawNumber,
      }),
      unifiedNo: t.string({ description: '统一受案号 unified number', resolve: ({ record }) => record.unifiedNo }),
      case: t.field({
        type: Case,
        description: '所属案件 the case',
        resolve: ({ record }) => caseOfRecord('ACCEPTANCE_NO', record.acceptanceNo),
      }),
      status: t.field({
        type: Status,
        nullable: false,
        description: '状态 state',
        resolve: ({ record }) => record.status,
      }),
      acceptedOn: t.field({
        type: 'LegalDate',
        description: '受理日期 accepted on; null while it is not accepted',
        resolve: ({ record }) => record.acceptedOn,
      }),
      limitOn: t.field({
        type: 'LegalDate',
        description: '审查期限届满日 last day of the review, as the procuratorate itself states it',
        resolve: ({ record }) => record.limitOn,
      }),
      prosecutor: t.field({ type: Officer, description: '承办检察官 prosecutor', resolve: prosecutorOf }),
      returnsUsed: t.int({
        description:
          '已退回补充侦查次数 returns for supplementary investigation so far (CPL 175)；案管不可见，为 null。',
        resolve: ({ record, visible }) => (showsDecisions(visible) ? record.returnsUsed : null),
      }),
      returnsLeft: t.int({
        description: '还可退回次数 returns that are left: two in all；案管不可见，为 null。',
        resolve: ({ record, visible }) => (showsDecisions(visible) ? record.returnsLeft : null),
      }),
      returns: t.field({
        type: [SupplementReturn],
        nullable: false,
        description: '退回补充侦查 returns, by round',
        resolve: ({ record, visible }) =>
          showsDecisions(visible) ? record.returns.map((returned) => ({ returned, visible })) : [],
      }),
      outcomes: t.field({
        type: [PersonOutcome],
        nullable: false,
        description: '对各人的处理结果 outcome for each person that the caller may see',
        resolve: ({ record, visible }) => shownRows(visible, record.outcomes).map((outcome) => ({ outcome, visible })),
      }),
    }),
  });

builder.asEntity(ProsecutionReview, {
  key: builder.selection<{ acceptanceNo: string }>('acceptanceNo'),
  resolveReference: async ({ acceptanceNo: raw }, context) => {
    const number = acceptanceNo.parse(raw);
    const [shown] = number === null ? [] : await context.prosecutionReviewsOf([number], NO_CASE_KNOWN);
    return shown ?? null;
  },
});
