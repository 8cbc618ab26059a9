import { responsePathAsArray } from 'graphql';
import { legalAidInbox, MAX_INBOX } from '#subgraphs/legal-aid/inbox.ts';
import { LegalAidCase, LegalAidStatus } from '#subgraphs/legal-aid/legal-aid-case.ts';
import { builder } from '#subgraphs/legal-aid/types.ts';

builder.queryField('legalAidInbox', (t) =>
  t.field({
    type: [LegalAidCase],
    policy: [['legal-aid.inbox']],
    description: `法律援助收件箱 the legal aid cases of the caller’s own institution, by legalAidId；每页最多 ${MAX_INBOX} 件；以 x-case 限于一案时为空，本案的见 Case.legalAidCases within x-case there are none, a case’s own stand in its legalAidCases。法律援助系统不可用时为 null。`,
    args: {
      status: t.arg({ type: LegalAidStatus, description: '只列出此状态 only this status' }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `每页件数 page size: 1 to ${MAX_INBOX}`,
      }),
      after: t.arg.id({ description: '上一页最后一件的 legalAidId of the last case of the page before' }),
    },
    resolve: (_root, { status, first, after }, context, { path }) =>
      legalAidInbox(context, { status: status ?? null, first, after: after ?? null }, responsePathAsArray(path)),
  }),
);
