import { SYSTEMS } from '#schema/departments.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { DataQualityNotice } from '#subgraphs/casework/registry/registry.ts';
import { Agency } from '#subgraphs/casework/shared-types.ts';

const Notice = builder.objectRef<DataQualityNotice>('DataQualityNotice').implement({
  description:
    '数据质量提示 that a system states a fact otherwise than the agency whose fact it is, or than the law computes，只说何处不同，不含具体内容；图中所示以主管机关为准。',
  policy: [['case.read']],
  fields: (t) => ({
    agency: t.field({
      type: Agency,
      nullable: false,
      description: '主管机关 the agency whose fact it is',
      resolve: ({ agencyCode }) => agencyCode,
    }),
    system: t.exposeString('system', {
      nullable: false,
      description: `所涉系统 the system that states it otherwise: ${SYSTEMS.join(', ')}`,
    }),
    field: t.exposeString('field', {
      nullable: false,
      description:
        '所涉项目 what is stated otherwise: displayName, idNumber；POLICE_CASE_NO 等编号类别（两案均主张同一编号）；deadline CR-TRIAL, transfer SUPPLEMENT_RETURN receivedAt, document JC-03 issuedOn 等日期。',
    }),
    notedAt: t.expose('notedAt', {
      type: 'DateTime',
      nullable: false,
      description: '记录时间 when it was noted; it may have been corrected since',
    }),
  }),
});

builder.objectField(CaseRef, 'dataQuality', (t) =>
  t.field({
    type: [Notice],
    description: '数据质量提示 notices for the officers of the agency whose facts they are about，其他人看不到。',
    resolve: async ({ row }, _args, { registry, envelope: { principal } }) =>
      (await registry.noticesOf(row.caseUid)).filter(({ agencyCode }) => agencyCode === principal.agency),
  }),
);
