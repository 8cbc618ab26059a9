import type { PoliceCaseRecord } from '#adapters/systems/police/port.ts';
import type { Code as CodeValue } from '#schema/codes.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { POLICE_CASE_STATUS } from '#schema/enums/police-case-status.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import { caseOfRecord } from '#subgraphs/kit/case-stub.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { Agency, builder, Case, Code, Officer } from '#subgraphs/police/types.ts';

/** A police case that the caller may see, and the bureau that has it. */
export interface PoliceCaseShown {
  readonly record: PoliceCaseRecord;
  readonly agencyCode: string;
}

const Status = builder.enumType('PoliceCaseStatus', {
  description: '公安案件状态 status of a police case',
  values: graphValues(POLICE_CASE_STATUS),
});

const HandlingUnit = builder
  .objectRef<{ readonly unit: CodeValue; readonly agencyCode: string }>('HandlingUnit')
  .implement({
    description: '办案单位 the unit within the bureau that handles a case，名称与代码以公安系统所写为准。',
    policy: [['case.read']],
    fields: (t) => ({
      code: t.string({ nullable: false, description: '单位代码 code', resolve: ({ unit }) => unit.code }),
      name: t.string({ nullable: false, description: '单位名称 name', resolve: ({ unit }) => unit.name }),
      agency: t.field({
        type: Agency,
        nullable: false,
        description: '所属机关 the bureau to which it belongs',
        resolve: ({ agencyCode }) => agencyCode,
      }),
    }),
  });

export const PoliceCase = builder.objectRef<PoliceCaseShown>('PoliceCase').implement({
  description: '公安案件 a police case：一个案件编号一条记录，并案的各有编号。',
  policy: [['case.read']],
  fields: (t) => ({
    policeCaseNo: t.id({
      nullable: false,
      description: '案件编号 police case number',
      resolve: ({ record }) => record.policeCaseNo,
    }),
    case: t.field({
      type: Case,
      description: '所属案件 the case',
      resolve: ({ record }) => caseOfRecord('POLICE_CASE_NO', record.policeCaseNo),
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '状态 status',
      resolve: ({ record }) => record.status,
    }),
    category: t.field({
      type: Code,
      nullable: false,
      description: '案件类别 category (GA 240.1)',
      resolve: ({ record }) => record.category,
    }),
    acceptedOn: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '受案日期 accepted on',
      resolve: ({ record }) => record.acceptedOn,
    }),
    filedOn: t.field({
      type: 'LegalDate',
      description: '立案日期 filed on; null where it is not filed',
      resolve: ({ record }) => record.filedOn,
    }),
    handlingUnit: t.field({
      type: HandlingUnit,
      description: '办案单位 the unit that handles it；无法读取时为 null。',
      resolve: ({ record, agencyCode }) => ({ unit: record.handlingUnit, agencyCode }),
    }),
    handlers: t.field({
      type: [Officer],
      description: '办案民警 the officers who handle it；有人无法读取时为 null。',
      resolve: ({ record, agencyCode }) => record.handlers.map((handler) => ({ ...handler, agencyCode })),
    }),
    supplementRound: t.int({
      nullable: false,
      description: '退回补充侦查次数 returns for supplementary investigation so far: 0 to 2 (CPL 175)',
      resolve: ({ record }) => record.supplementRound,
    }),
  }),
});
builder.asEntity(PoliceCase, {
  key: builder.selection<{ policeCaseNo: string }>('policeCaseNo'),
  resolveReference: async ({ policeCaseNo: raw }, context) => {
    const number = policeCaseNo.parse(raw);
    const [shown] = number === null ? [] : await context.policeCases([number], NO_CASE_KNOWN);
    return shown ?? null;
  },
});
