import type { HearingNoticeRecord } from '#adapters/systems/court-12368/port.ts';
import { noticeRun } from '#subgraphs/court/deadlines/notice.ts';
import { toOwnerDocument } from '#subgraphs/court/documents.ts';
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
      resolve: ({ notice, of }) => ({ partyKey: partyKeyIn(of.courtCaseNo, notice.partyKey) }),
    }),
    document: t.field({
      type: LegalDocument,
      description: '传票或通知书 the summons or notice; null until it is made',
      resolve: async ({ notice: { document }, of: { courtCaseNo, visible } }, _args, context) => {
        if (document === null) return null;
        const documents = (await context.documents.load(courtCaseNo)) ?? [];
        const made = documents.find(({ documentKey }) => documentKey === document.documentKey);
        return made ? toOwnerDocument(made, visible) : null;
      },
    }),
    dueOn: t.field({
      type: 'LegalDate',
      description:
        '最迟送达日 last day for the notice：法院自己给出的日期，未给出时依法推算（开庭三日前）；无法定期限的为 null。',
      resolve: async ({ notice, of: { hearing, courtCaseNo } }, _args, context) => {
        if (notice.dueOn !== null) return notice.dueOn;
        const record = await context.cases.load(courtCaseNo);
        const run = record && noticeRun(record, hearing, null);
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
      const notices = (await context.notices.load(of.courtCaseNo)) ?? [];
      return notices
        .filter(({ hearingUid }) => hearingUid === of.hearing.hearingUid)
        .filter(({ partyKey }) => of.visible.mayShowParty(partyKeyIn(of.courtCaseNo, partyKey)))
        .map((notice) => ({ notice, of }));
    },
  }),
);
