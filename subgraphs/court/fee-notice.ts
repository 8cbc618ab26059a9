import type { FeeRecord } from '#adapters/systems/court-12368/port.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { FEE_STATE } from '#schema/enums/fee-state.ts';
import type { CourtCaseShown } from '#subgraphs/court/context.ts';
import { CourtCase, showsTrial } from '#subgraphs/court/court-case.ts';
import { builder, PartyInCase } from '#subgraphs/court/types.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

interface FeeShown {
  readonly fee: FeeRecord;
  /** As casework keeps it. */
  readonly payerKey: string | null;
}

const State = builder.enumType('FeeState', {
  description: '交费状态 state of a fee notice (诉讼费用交纳办法 22, 44–48)',
  values: graphValues(FEE_STATE),
});

const FeeNotice = builder.objectRef<FeeShown>('FeeNotice').implement({
  description: '交费通知 notice to pay a court fee',
  policy: [['case.read']],
  fields: (t) => ({
    noticeNo: t.id({
      nullable: false,
      description: '交费通知书号 number of the notice',
      resolve: ({ fee }) => fee.noticeNo,
    }),
    amountFen: t.field({
      type: 'Fen',
      nullable: false,
      description: '金额（分） amount in fen',
      resolve: ({ fee }) => fee.amountFen,
    }),
    noticedOn: t.field({ type: 'LegalDate', description: '通知日期 noticed on', resolve: ({ fee }) => fee.noticedOn }),
    dueOn: t.field({ type: 'LegalDate', description: '交费截止日 last day to pay', resolve: ({ fee }) => fee.dueOn }),
    state: t.field({ type: State, nullable: false, description: '状态 state', resolve: ({ fee }) => fee.state }),
    payer: t.field({
      type: PartyInCase,
      description: '交费人 who has to pay',
      resolve: ({ payerKey }) => (payerKey === null ? null : { partyKey: payerKey }),
    }),
  }),
});

builder.objectField(CourtCase, 'fees', (t) =>
  t.field({
    type: [FeeNotice],
    description: '交费通知 fee notices；当事人及其代理人只见本方的。法院系统不可用时为 null。',
    resolve: async (shown, _args, context) =>
      showsTrial(shown) ? feesShown(shown, (await context.fees.load(shown.courtCaseNo)) ?? []) : [],
  }),
);

/** A notice that names no payer is nobody's own. */
function feesShown({ courtCaseNo, visible }: CourtCaseShown, fees: readonly FeeRecord[]): FeeShown[] {
  return fees
    .map((fee) => ({ fee, payerKey: fee.payerPartyKey && partyKeyIn(courtCaseNo, fee.payerPartyKey) }))
    .filter(({ payerKey }) => visible.mayShowParty(payerKey ?? ''));
}
