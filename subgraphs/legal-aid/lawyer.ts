import type { LegalAidLawyer } from '#adapters/systems/legal-aid/port.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { builder, Code } from '#subgraphs/legal-aid/types.ts';

const Firm = builder.objectRef<{ uscc: string; name: string }>('Organisation').implement({
  description: '单位 an organisation，以统一社会信用代码为键。',
  authenticated: true,
  fields: (t) => ({
    uscc: t.exposeID('uscc', { nullable: false, description: '统一社会信用代码 unified social credit code' }),
    name: t.exposeString('name', { nullable: false, description: '名称 name' }),
  }),
});

export const Lawyer = builder.objectRef<LegalAidLawyer>('Lawyer').implement({
  description: '律师 a lawyer，执业登记由司法行政机关负责。',
  authenticated: true,
  fields: (t) => ({
    licenceNo: t.exposeID('licenceNo', { nullable: false, description: '执业证号 licence number' }),
    name: t.exposeString('name', { nullable: false, shareable: true, description: '姓名 name' }),
    firm: t.expose('firm', { type: Firm, description: '律师事务所 law firm；法律援助系统不可用时为 null。' }),
    category: t.expose('category', { type: Code, description: '执业类别 category of the licence (DOMAIN 3.9)' }),
    practisingYears: t.int({
      description: '执业年限 whole years since first approval',
      resolve: ({ firstLicensedYear }, _args, context) => Number(context.clock.today().slice(0, 4)) - firstLicensedYear,
    }),
    active: t.exposeBoolean('active', { description: '是否执业 practising now' }),
  }),
});
builder.asEntity(Lawyer, {
  key: builder.selection<{ licenceNo: string }>('licenceNo'),
  resolveReference: ({ licenceNo: raw }, context) => {
    const licenceNo = lawyerLicenceNo.parse(raw);
    return licenceNo === null ? null : context.lawyers.load(licenceNo);
  },
});
