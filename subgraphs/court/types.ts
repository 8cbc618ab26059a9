import type { CourtCaseRecord, CourtOfficer, HearingRecord } from '#adapters/systems/court-12368/port.ts';
import type { Code } from '#schema/codes.ts';
import { COURT_CASE_STATUS } from '#schema/enums/court-case-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { TRIAL_PROCEDURE } from '#schema/enums/trial-procedure.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { CourtContext } from '#subgraphs/court/context.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';

export const builder = createBuilder<CourtContext>();
builder.queryType({ description: '查询 queries' });

const Status = builder.enumType('CourtCaseStatus', {
  description: '法院案件状态 status of a court case',
  values: graphValues(COURT_CASE_STATUS),
});
const Procedure = builder.enumType('TrialProcedure', {
  description: '审理程序 trial procedure',
  values: graphValues(TRIAL_PROCEDURE),
});

const CodeType = builder.objectRef<Code>('Code').implement({
  description: '代码 a coded value：代码表、代码、名称。',
  shareable: true,
  fields: (t) => ({
    scheme: t.exposeString('scheme', { nullable: false, description: '代码表 which list' }),
    code: t.exposeString('code', { nullable: false, description: '代码 the code' }),
    name: t.exposeString('name', {
      nullable: false,
      description: '名称 its name; the code itself where no list knows it',
    }),
  }),
});

const Officer = builder.objectRef<CourtOfficer>('Officer').implement({
  description: '办案人员 an officer who handles a record',
  fields: (t) => ({
    displayName: t.exposeString('displayName', { nullable: false, description: '姓名 name as shown' }),
    title: t.exposeString('title', { description: '职务 title, as the court writes it' }),
  }),
});

const Hearing = builder.objectRef<HearingRecord>('Hearing').implement({
  description: '开庭 a hearing',
  fields: (t) => ({
    hearingUid: t.exposeID('hearingUid', { nullable: false, description: '开庭编号 key of the hearing' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', nullable: false, description: '开庭时间 when it begins' }),
    room: t.exposeString('room', { description: '法庭 court room' }),
    open: t.exposeBoolean('open', { nullable: false, description: '是否公开审理 open to the public' }),
  }),
});
builder.asEntity(Hearing, {
  key: builder.selection<{ hearingUid: string }>('hearingUid'),
  // Nobody refers to a hearing from outside yet; a reference alone is no permission.
  resolveReference: () => null,
});

export const CourtCase = builder.objectRef<CourtCaseRecord>('CourtCase').implement({
  description: '法院案件 a court case：一个案号一条记录，上诉、再审、执行各有自己的案号。',
  policy: [['case.read']],
  fields: (t) => ({
    courtCaseNo: t.exposeID('courtCaseNo', { nullable: false, description: '案号 court case number' }),
    status: t.expose('status', { type: Status, nullable: false, description: '状态 status' }),
    procedure: t.expose('procedure', { type: Procedure, description: '审理程序 trial procedure' }),
    cause: t.expose('cause', { type: CodeType, description: '案由 cause of action or charge' }),
    docketedOn: t.expose('docketedOn', { type: 'LegalDate', description: '立案日期 docketed on' }),
    trialLimitOn: t.expose('trialLimitOn', {
      type: 'LegalDate',
      description: '审限届满日 last day of the trial limit',
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'LegalDate', description: '生效日期 effective on' }),
    panel: t.field({
      type: [Officer],
      nullable: false,
      description: '合议庭或独任审判员 the panel',
      resolve: (record) => [...record.panel],
    }),
    clerk: t.expose('clerk', { type: Officer, description: '书记员 court clerk' }),
    hearings: t.field({
      type: [Hearing],
      description: '开庭安排 hearings, by time；法院系统不可用时为 null。',
      resolve: async (record, _args, context) => [...((await context.hearings.load(record.courtCaseNo)) ?? [])],
    }),
  }),
});
builder.asEntity(CourtCase, {
  key: builder.selection<{ courtCaseNo: string }>('courtCaseNo'),
  resolveReference: async ({ courtCaseNo: raw }, context) => {
    const number = courtCaseNo.parse(raw);
    const [visible] = number === null ? [] : await context.visible([number], null, { records: [], failures: [] });
    return visible === undefined ? null : context.cases.load(visible);
  },
});
