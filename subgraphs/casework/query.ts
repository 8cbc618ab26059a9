import { responsePathAsArray } from 'graphql';
import { askedNumber } from '#subgraphs/casework/asked-number.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { Stage } from '#subgraphs/casework/case.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import { MAX_CASES, myCases } from '#subgraphs/casework/my-cases.ts';

builder.queryType({
  description: '查询 queries',
  fields: (t) => ({
    case: t.field({
      type: CaseRef,
      policy: [['case.read']],
      description:
        '案件 one case，按其任一编号查询；无权查看与不存在的案件同样返回 null。须恰好给出一个编号，括号、全半角、空格不限。',
      args: {
        caseUid: t.arg.id({ description: '平台统一案号 unified case id' }),
        policeCaseNo: t.arg.id({ description: '公安案件编号 police case number' }),
        acceptanceNo: t.arg.id({ description: '检察院部门受案号 acceptance number of the procuratorate' }),
        courtCaseNo: t.arg.id({ description: '法院案号 court case number' }),
      },
      resolve: (_root, args, context) => {
        const { kind, number } = askedNumber(args);
        return findCase(context, kind, number);
      },
    }),
    myCases: t.field({
      type: [CaseRef],
      policy: [['case.read']],
      description: `我的案件 the caller’s own cases, by caseUid；承办、代理或本人为当事人的案件。每页最多 ${MAX_CASES} 件。`,
      args: {
        stage: t.arg({ type: Stage, description: '只列出此阶段 only this stage' }),
        first: t.arg.int({
          required: true,
          defaultValue: 20,
          description: `每页件数 page size: 1 to ${MAX_CASES}`,
        }),
        after: t.arg.string({ description: '上一页最后一件的 caseUid of the last case of the page before' }),
      },
      resolve: (_root, { stage, first, after }, context, info) =>
        myCases(context, { stage: stage ?? null, first, after: after ?? null }, responsePathAsArray(info.path)),
    }),
  }),
});
