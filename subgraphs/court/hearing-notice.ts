import type { HearingNoticeRecord } from '#adapters/systems/court-12368/port.ts';
import { noticeRun } from '#subgraphs/court/deadlines/notice.ts';
import { referredDocument } from '#subgraphs/court/documents.ts';
import { Hearing, type HearingShown } from '#subgraphs/court/hearing.ts';
import { builder, LegalDocument, PartyInCase } from '#subgraphs/court/types.ts';
import { ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

interface NoticeShown {
  readonly notice: HearingNoticeRecord;
  readonly of: HearingShown;
}

const HearingNotice = builder.objectRef<NoticeShown>('HearingNotice').implement({
  description: '开庭通知 notice of a hearing to one party',
  policy: [['case.read']],
  fields: (t) => ({
    party: t.field({
      type: PartyInCase,
      description: '被通知人 who has to be told',
      resolve: ({ notice, of: { shown } }) => ({ partyKey: partyKeyIn(shown.courtCaseNo, notice.partyKey) }),
    }),
    document: t.field({
      type: LegalDocument,
      description: '传票或通知书 the summons or notice; null until it is made',
      resolve: ({ notice: { document }, of: { shown } }, _args, context) =>
        document && referredDocument(context, shown.visible, document),
    }),
    dueOn: t.field({
      type: 'LegalDate',
      description:
        '最迟送达日 last day for the notice：法院自己给出的日期，未给出时依法推算（开庭三日前）；无法定期限的为 null。',
      resolve: async ({ notice, of: { hearing, shown } }, _args, context) => {
        if (notice.dueOn !== null) return notice.dueOn;
        const run = noticeRun(await context.caseRecord(shown), hearing, null);
        return (run && ownerDeadline({ ...run, partyKey: null }, context.clock.today())?.dueOn) ?? null;
      },
    }),
    servedAt: t.field({
      type: 'DateTime',
      description: '送达时间 when it was served; null while it is not',
      resolve: ({ notice }) => notice.servedAt,
    }),
  }),
});

builder.objectField(Hearing, 'notices', (t) =>
  t.field({
    type: [HearingNotice],
    description:
      '开庭通知 notices, one for each party who has to be told；当事人及其代理人只见本方的。法院系统不可用时为 null。',
    resolve: async (of, _args, context) => {
      const { courtCaseNo, visible } = of.shown;
      const notices = (await context.notices.load(courtCaseNo)) ?? [];
      return notices
        .filter(({ hearingUid }) => hearingUid === of.hearing.hearingUid)
        .filter(({ partyKey }) => visible.mayShowParty(partyKeyIn(courtCaseNo, partyKey)))
        .map((notice) => ({ notice, of }));
    },
  }),
);
