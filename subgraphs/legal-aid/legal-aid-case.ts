import type { LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';
import { STAGE } from '#schema/enums/stage.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { caseOfRecord } from '#subgraphs/kit/case-stub.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { Lawyer } from '#subgraphs/legal-aid/lawyer.ts';
import { Agency, builder, Case, PartyInCase } from '#subgraphs/legal-aid/types.ts';

const Ground = builder.enumType('LegalAidGround', {
  description: '法律援助事由 why legal aid is given (LAL 25, 31)',
  values: graphValues(LEGAL_AID_GROUND),
});
export const LegalAidStatus = builder.enumType('LegalAidStatus', {
  description: '法律援助状态 status of a legal aid case',
  values: graphValues(LEGAL_AID_STATUS),
});
const Stage = builder.enumType('Stage', {
  description: '诉讼阶段 stage of the proceedings',
  values: graphValues(STAGE),
});

export const LegalAidCase = builder.objectRef<LegalAidRecord>('LegalAidCase').implement({
  description: '法律援助案件 a legal aid case：每个诉讼阶段一件。',
  policy: [['case.read']],
  fields: (t) => ({
    legalAidId: t.exposeID('legalAidId', { nullable: false, description: '法律援助案件键 our key of it' }),
    rawNumber: t.exposeString('rawNumber', {
      description: '法律援助案号原文 its number as written；无法读取时为 null。',
    }),
    case: t.field({
      type: Case,
      description: '所属案件 the case; null where it is of none that the caller may see',
      resolve: ({ legalAidId: id }) => caseOfRecord('LEGAL_AID_ID', id),
    }),
    beneficiary: t.field({
      type: PartyInCase,
      description: '受援人 the beneficiary',
      resolve: ({ legalAidId: id }) => ({ partyKey: id }),
    }),
    ground: t.expose('ground', { type: Ground, nullable: false, description: '事由 ground' }),
    stage: t.expose('stage', { type: Stage, description: '援助阶段 stage for which it is given' }),
    status: t.expose('status', { type: LegalAidStatus, nullable: false, description: '状态 status' }),
    notifiedBy: t.expose('notifiedBy', { type: Agency, description: '通知机关 which organ notified' }),
    notifiedAt: t.expose('notifiedAt', {
      type: 'DateTime',
      description: '收到通知辩护公函的时间 when the notice came',
    }),
    assignBy: t.expose('assignBy', {
      type: 'LegalDate',
      description: '指派期限届满日 last day to assign a lawyer (LAL 36)',
    }),
    lawyer: t.expose('lawyer', { type: Lawyer, description: '承办律师 the lawyer assigned' }),
  }),
});
builder.asEntity(LegalAidCase, {
  key: builder.selection<{ legalAidId: string }>('legalAidId'),
  resolveReference: async ({ legalAidId: raw }, context) => {
    const id = legalAidId.parse(raw);
    const [record] = id === null ? [] : await context.legalAidCases([id], NO_CASE_KNOWN);
    return record ?? null;
  },
});
