import { builder } from '#subgraphs/casework/builder.ts';
import { othersOf, Transfer } from '#subgraphs/casework/lists/transfer.ts';
import { answersTo } from '#subgraphs/kit/transfer-answers.ts';

builder.objectField(Transfer, 'answeredBy', (t) =>
  t.field({
    type: [Transfer],
    description:
      '答复本次移送的移送 hand-overs of the case that answer this one, by time: 提请批准逮捕—审查逮捕决定—执行回执，移送审查起诉—退回补充侦查—同轮重新移送—再次退回，提起公诉—法院退回。案件尚未登记时为 null。',
    resolve: async (each, _args, context, info) => {
      const all = await othersOf(each, context, info);
      return all && answersTo(each.transfer, all).map((transfer) => ({ ...each, transfer, all }));
    },
  }),
);
