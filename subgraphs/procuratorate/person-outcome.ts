import type { PersonOutcomeRecord } from '#adapters/systems/procuratorate-12309/review-records.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { PROSECUTION_OUTCOME } from '#schema/enums/prosecution-outcome.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { documentOf } from '#subgraphs/procuratorate/review.ts';
import { builder, LegalDocument, PartyInCase } from '#subgraphs/procuratorate/types.ts';

/** The outcome for one person, in a review that the caller may see. */
export interface OutcomeShown {
  readonly outcome: PersonOutcomeRecord;
  readonly visible: VisibleRecord;
}

const Outcome = builder.enumType('ProsecutionOutcome', {
  description: '审查起诉结果 outcome of a prosecution review for one person',
  values: graphValues(PROSECUTION_OUTCOME),
});

export const PersonOutcome = builder.objectRef<OutcomeShown>('PersonOutcome').implement({
  description: '对一人的审查起诉结果 outcome of a prosecution review for one person',
  policy: [['case.read']],
  fields: (t) => ({
    party: t.field({
      type: PartyInCase,
      description: '犯罪嫌疑人 the person',
      resolve: ({ outcome, visible }) => ({ partyKey: partyKeyIn(visible.recordNo, outcome.partyKey) }),
    }),
    outcome: t.field({
      type: Outcome,
      nullable: false,
      description: '结果 outcome',
      resolve: ({ outcome }) => outcome.outcome,
    }),
    on: t.field({ type: 'LegalDate', description: '决定日期 decided on', resolve: ({ outcome }) => outcome.on }),
    document: t.field({
      type: LegalDocument,
      description: '起诉书或不起诉决定书 the indictment or the decision not to prosecute；检察院系统不可用时为 null。',
      resolve: ({ outcome, visible }, _args, context) =>
        isAddressed(outcome, visible) ? documentOf(context, visible, outcome.document) : null,
    }),
  }),
});

/** An indictment goes to the court (CPL 176); a decision not to prosecute goes to the police too (CPL 179), who see what is addressed to them. */
function isAddressed({ outcome }: PersonOutcomeRecord, { view }: VisibleRecord): boolean {
  return view !== 'POLICE' || outcome !== 'PROSECUTED';
}
