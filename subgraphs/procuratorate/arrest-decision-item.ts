import type { ArrestDecisionRecord } from '#adapters/systems/procuratorate-12309/review-records.ts';
import { ARREST_DECISION } from '#schema/enums/arrest-decision.ts';
import { ARREST_DECISION_STATUS } from '#schema/enums/arrest-decision-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { documentOf } from '#subgraphs/procuratorate/review.ts';
import { builder, LegalDocument, PartyInCase } from '#subgraphs/procuratorate/types.ts';

/** The decision on one suspect, in a review that the caller may see. */
export interface ArrestDecisionShown {
  readonly decision: ArrestDecisionRecord;
  readonly visible: VisibleRecord;
}

const Decision = builder.enumType('ArrestDecision', {
  description: '审查逮捕决定 decision on arrest (CPL 90)',
  values: graphValues(ARREST_DECISION),
});
const Status = builder.enumType('ArrestDecisionStatus', {
  description: '逮捕决定执行状态 what became of the decision',
  values: graphValues(ARREST_DECISION_STATUS),
});

export const ArrestDecisionItem = builder.objectRef<ArrestDecisionShown>('ArrestDecisionItem').implement({
  description: '对一名犯罪嫌疑人的审查逮捕决定 decision on the arrest of one suspect',
  policy: [['case.read']],
  fields: (t) => ({
    party: t.field({
      type: PartyInCase,
      description: '犯罪嫌疑人 the suspect',
      resolve: ({ decision, visible }) => ({ partyKey: partyKeyIn(visible.recordNo, decision.partyKey) }),
    }),
    decision: t.field({
      type: Decision,
      nullable: false,
      description: '决定 decision',
      resolve: ({ decision }) => decision.decision,
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '执行状态 what became of it',
      resolve: ({ decision }) => decision.status,
    }),
    decidedOn: t.field({
      type: 'LegalDate',
      description: '决定日期 decided on',
      resolve: ({ decision }) => decision.decidedOn,
    }),
    document: t.field({
      type: LegalDocument,
      description: '决定书 the written decision；检察院系统不可用时为 null。',
      resolve: ({ decision, visible }, _args, context) => documentOf(context, visible, decision.document),
    }),
    supplementOutline: t.field({
      type: LegalDocument,
      description: '补充侦查提纲 outline of what is to be investigated, with a refusal for insufficient evidence',
      resolve: ({ decision, visible }, _args, context) => documentOf(context, visible, decision.supplementOutline),
    }),
    executedAt: t.field({
      type: 'DateTime',
      description: '执行时间 executed at',
      resolve: ({ decision }) => decision.executedAt,
    }),
    receiptDueOn: t.field({
      type: 'LegalDate',
      description: '执行回执期限 last day for the receipt of execution (MPS-Rules 140, 142)',
      resolve: ({ decision }) => decision.receiptDueOn,
    }),
  }),
});
