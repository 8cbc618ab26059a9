import { opens } from '#auth/decisions/views.ts';
import { CASE_KIND } from '#schema/enums/case-kind.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { STAGE } from '#schema/enums/stage.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import { findReferenced } from '#subgraphs/casework/find-case.ts';
import { PartyInCase, PartyRole, partiesOf } from '#subgraphs/casework/party.ts';
import { parseLinkedNumberKey } from '#subgraphs/kit/linked-number.ts';

const CaseKind = builder.enumType('CaseKind', { description: '案件类型 kind of case', values: graphValues(CASE_KIND) });
export const Stage = builder.enumType('Stage', {
  description: '诉讼阶段 stage of the proceedings',
  values: graphValues(STAGE),
});

CaseRef.implement({
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
        if (!opens(found.view, 'PLATFORM', 'PARTIES')) return [];
        const parties = await partiesOf(context, found);
        return parties.filter(({ party }) => !role || party.role === role);
      },
    }),
    linkedNumbers: t.field({
      type: ['ID'],
      nullable: false,
      inaccessible: true,
      description: '部门编号 the agencies’ numbers of the case, each after its kind，供各部门子图使用。',
      resolve: ({ row }) => row.numbers.map(({ kind, number }) => `${kind} ${number}`),
    }),
    recordNumber: t.id({
      inaccessible: true,
      description: '部门编号 one agency’s number of the case，供各部门子图引用。',
      resolve: () => null,
    }),
    statement: t.string({
      nullable: false,
      inaccessible: true,
      description: '事实说明 signed statement of the facts that the decision rests on，各部门据此再次裁决。',
      resolve: (found, _args, context) => context.statement(found),
    }),
  }),
});
interface CaseReferred {
  readonly caseUid?: string | undefined;
  readonly recordNumber?: string | undefined;
}

/** The number by which another subgraph refers to a case. */
function referredNumber({ caseUid, recordNumber = '' }: CaseReferred) {
  return caseUid === undefined ? parseLinkedNumberKey(recordNumber) : ({ kind: 'CASE_UID', number: caseUid } as const);
}

builder.asEntity(CaseRef, {
  key: [builder.selection<{ caseUid: string }>('caseUid'), builder.selection<{ recordNumber: string }>('recordNumber')],
  resolveReference: async ({ caseUid, recordNumber }: CaseReferred, context) => {
    const { kind, number } = referredNumber({ caseUid, recordNumber }) ?? {};
    const row = kind && number ? await context.casesByNumber(kind).load(number) : null;
    return row && findReferenced(context, row);
  },
});
