import type { ArrestReviewRecord } from '#adapters/systems/procuratorate-12309/review-records.ts';
import { ARREST_REVIEW_STATUS } from '#schema/enums/arrest-review-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseOfRecord } from '#subgraphs/kit/case-stub.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { ArrestDecisionItem } from '#subgraphs/procuratorate/arrest-decision-item.ts';
import { prosecutorOf, type ReviewShown, shownRows } from '#subgraphs/procuratorate/review.ts';
import { builder, Case, Officer } from '#subgraphs/procuratorate/types.ts';

const Status = builder.enumType('ArrestReviewStatus', {
  description: '审查逮捕案件状态 state of an arrest review',
  values: graphValues(ARREST_REVIEW_STATUS),
});

export const ArrestReview = builder.objectRef<ReviewShown<ArrestReviewRecord>>('ArrestReview').implement({
  description: '审查逮捕案件 an arrest review (CPL 87–90)：对每名犯罪嫌疑人分别作出决定。',
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
    receivedOn: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '收到日期 received on',
      resolve: ({ record }) => record.receivedOn,
    }),
    limitOn: t.field({
      type: 'LegalDate',
      description: '审查期限届满日 last day of the review, as the procuratorate itself states it',
      resolve: ({ record }) => record.limitOn,
    }),
    prosecutor: t.field({ type: Officer, description: '承办检察官 prosecutor', resolve: prosecutorOf }),
    decisions: t.field({
      type: [ArrestDecisionItem],
      nullable: false,
      description: '对各犯罪嫌疑人的决定 decision on each suspect that the caller may see',
      resolve: ({ record, visible }) => shownRows(visible, record.decisions).map((decision) => ({ decision, visible })),
    }),
  }),
});

builder.asEntity(ArrestReview, {
  key: builder.selection<{ acceptanceNo: string }>('acceptanceNo'),
  resolveReference: async ({ acceptanceNo: raw }, context) => {
    const number = acceptanceNo.parse(raw);
    const [shown] = number === null ? [] : await context.arrestReviewsOf([number], NO_CASE_KNOWN);
    return shown ?? null;
  },
});
