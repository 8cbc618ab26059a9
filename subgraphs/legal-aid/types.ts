import type { LegalAidLawyer, LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';
import { factsOf, type LegalAidContext } from '#subgraphs/legal-aid/context.ts';

export const builder = createBuilder<LegalAidContext>();
builder.queryType({ description: '查询 queries' });

const Ground = builder.enumType('LegalAidGround', {
  description: '法律援助事由 why legal aid is given (LAL 25, 31)',
  values: graphValues(LEGAL_AID_GROUND),
});
const Status = builder.enumType('LegalAidStatus', {
  description: '法律援助状态 status of a legal aid case',
  values: graphValues(LEGAL_AID_STATUS),
});

const Firm = builder.objectRef<{ uscc: string; name: string }>('Organisation').implement({
  description: '单位 an organisation，以统一社会信用代码为键。',
  fields: (t) => ({
    uscc: t.exposeID('uscc', { nullable: false, description: '统一社会信用代码 unified social credit code' }),
    name: t.exposeString('name', { nullable: false, description: '名称 name' }),
  }),
});

const Lawyer = builder.objectRef<LegalAidLawyer>('Lawyer').implement({
  description: '律师 a lawyer，执业登记由司法行政机关负责。',
  policy: [['case.read']],
  fields: (t) => ({
    licenceNo: t.exposeID('licenceNo', { nullable: false, description: '执业证号 licence number' }),
    name: t.exposeString('name', { nullable: false, shareable: true, description: '姓名 name' }),
    firm: t.expose('firm', { type: Firm, description: '律师事务所 law firm；法律援助系统不可用时为 null。' }),
  }),
});
builder.asEntity(Lawyer, {
  key: builder.selection<{ licenceNo: string }>('licenceNo'),
  resolveReference: ({ licenceNo: raw }, context) => {
    const licenceNo = lawyerLicenceNo.parse(raw);
    return licenceNo === null ? null : context.lawyers.load(licenceNo);
  },
});

export const LegalAidCase = builder.objectRef<LegalAidRecord>('LegalAidCase').implement({
  description: '法律援助案件 a legal aid case：每个诉讼阶段一件。',
  policy: [['case.read']],
  fields: (t) => ({
    legalAidId: t.exposeID('legalAidId', { nullable: false, description: '法律援助案件键 our key of it' }),
    rawNumber: t.exposeString('rawNumber', { nullable: false, description: '法律援助案号原文 its number as written' }),
    ground: t.expose('ground', { type: Ground, nullable: false, description: '事由 ground' }),
    status: t.expose('status', { type: Status, nullable: false, description: '状态 status' }),
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
    const record = id === null ? null : await context.cases.load(id);
    const visible = record && context.mayShow('LegalAidCase', null, factsOf(record), { records: [], failures: [] });
    return visible ? record : null;
  },
});
