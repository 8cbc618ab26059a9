import { CASE_KIND } from '#schema/enums/case-kind.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { STAGE } from '#schema/enums/stage.ts';
import { askedNumber } from '#subgraphs/casework/asked-number.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { type FoundCase, findCase } from '#subgraphs/casework/find-case.ts';
import { PartyInCase, PartyRole } from '#subgraphs/casework/party.ts';
import type { LinkedNumberKind } from '#subgraphs/casework/registry/registry.ts';

const CaseKind = builder.enumType('CaseKind', { description: '案件类型 kind of case', values: graphValues(CASE_KIND) });
const Stage = builder.enumType('Stage', {
  description: '诉讼阶段 stage of the proceedings',
  values: graphValues(STAGE),
});

const Case = builder.objectRef<FoundCase>('Case').implement({
  description: '案件 a case：把各部门自己的案件记录按编号联系起来。其余内容来自各部门。',
  policy: [['case.read']],
  fields: (t) => ({
    caseUid: t.id({ nullable: false, description: '平台统一案号 unified case id', resolve: ({ row }) => row.caseUid }),
    kind: t.field({ type: CaseKind, nullable: false, description: '案件类型 kind', resolve: ({ row }) => row.kind }),
    currentStage: t.field({
      type: Stage,
      nullable: false,
      description: '当前诉讼阶段 current stage',
      resolve: ({ row }) => row.currentStage,
    }),
    parties: t.field({
      type: [PartyInCase],
      description: '当事人及参与人 parties',
      args: { role: t.arg({ type: PartyRole, description: '只列出此类别 only this role' }) },
      resolve: async (found, { role }, context) => {
        if (found.view !== 'WHOLE') return [];
        const parties = (await context.parties.load(found.row.caseUid)) ?? [];
        return parties.filter((party) => !role || party.role === role).map((party) => ({ found, party }));
      },
    }),
    courtCaseNos: t.field({
      type: ['ID'],
      nullable: false,
      inaccessible: true,
      description: '案号 the court’s numbers of the case，供法院子图使用。',
      resolve: (found) => numbersOf(found, 'COURT_CASE_NO'),
    }),
    legalAidIds: t.field({
      type: ['ID'],
      nullable: false,
      inaccessible: true,
      description: '法律援助案件键 keys of the legal aid cases，供法律援助子图使用。',
      resolve: (found) => numbersOf(found, 'LEGAL_AID_ID'),
    }),
    statement: t.string({
      nullable: false,
      inaccessible: true,
      description: '事实说明 signed statement of the facts that the decision rests on，各部门据此再次裁决。',
      resolve: (found, _args, context) => context.statement(found),
    }),
  }),
});
builder.asEntity(Case, {
  key: builder.selection<{ caseUid: string }>('caseUid'),
  resolveReference: ({ caseUid }, context) => findCase(context, 'CASE_UID', caseUid),
});

function numbersOf({ row }: FoundCase, kind: LinkedNumberKind): string[] {
  return row.numbers.filter((number) => number.kind === kind).map(({ number }) => number);
}

builder.queryType({
  description: '查询 queries',
  fields: (t) => ({
    case: t.field({
      type: Case,
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
  }),
});
