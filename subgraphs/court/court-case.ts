import type { CourtOfficer } from '#adapters/systems/court-12368/port.ts';
import { COURT_CASE_STATUS } from '#schema/enums/court-case-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { TRIAL_PROCEDURE } from '#schema/enums/trial-procedure.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { type CourtCaseShown, NO_MATTER } from '#subgraphs/court/context.ts';
import { Agency, builder, Case, Code, Officer } from '#subgraphs/court/types.ts';
import { caseOfRecord } from '#subgraphs/kit/case-stub.ts';

const Status = builder.enumType('CourtCaseStatus', {
  description: '法院案件状态 status of a court case',
  values: graphValues(COURT_CASE_STATUS),
});
const Procedure = builder.enumType('TrialProcedure', {
  description: '审理程序 trial procedure',
  values: graphValues(TRIAL_PROCEDURE),
});
const Mediator = builder.objectRef<CourtOfficer>('Mediator').implement({
  description: '调解员 a mediator to whom the court delegated the case',
  policy: [['case.read']],
  fields: (t) => ({
    displayName: t.exposeString('displayName', { nullable: false, description: '姓名 name as shown' }),
    title: t.exposeString('title', { nullable: false, description: '职务 title, as the court writes it' }),
  }),
});

/** A related record of another court shows its number, state and dates, a mediator's own those of the mediation (WORLD 7). */
export const isWhole = ({ visible: { view } }: CourtCaseShown): boolean =>
  view !== 'RELATED' && view !== 'MEDIATION_ONLY';
const showsLimit = ({ visible }: CourtCaseShown): boolean => visible.view !== 'RELATED';

export const CourtCase = builder.objectRef<CourtCaseShown>('CourtCase');
CourtCase.implement({
  description: '法院案件 a court case：一个案号一条记录，诉前调解、上诉、再审、执行各有自己的案号。',
  policy: [['case.read']],
  fields: (t) => ({
    courtCaseNo: t.id({
      nullable: false,
      description: '案号 court case number',
      resolve: ({ record }) => record.courtCaseNo,
    }),
    rawNumber: t.string({
      nullable: false,
      description: '案号原文 the number as the court wrote it',
      resolve: ({ record }) => record.rawNumber,
    }),
    case: t.field({
      type: Case,
      description: '所属案件 the case',
      resolve: ({ record }) => caseOfRecord('COURT_CASE_NO', record.courtCaseNo),
    }),
    court: t.field({
      type: Agency,
      description: '审理法院 the court that has the case',
      resolve: (shown) => (isWhole(shown) ? shown.record.agencyCode : null),
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '状态 status',
      resolve: ({ record }) => record.status,
    }),
    procedure: t.field({
      type: Procedure,
      description: '审理程序 trial procedure',
      resolve: (shown) => (isWhole(shown) ? shown.record.procedure : null),
    }),
    cause: t.field({
      type: Code,
      description: '案由 cause of action or charge',
      resolve: (shown) => (isWhole(shown) ? shown.record.cause : null),
    }),
    docketedOn: t.field({
      type: 'LegalDate',
      description: '立案日期 docketed on',
      resolve: ({ record }) => record.docketedOn,
    }),
    trialLimitOn: t.field({
      type: 'LegalDate',
      description: '审限届满日 last day of the trial limit; of a 诉前调, of the mediation',
      resolve: (shown) => (showsLimit(shown) ? shown.record.trialLimitOn : null),
    }),
    effectiveOn: t.field({
      type: 'LegalDate',
      description: '生效日期 effective on',
      resolve: (shown) => (isWhole(shown) ? shown.record.effectiveOn : null),
    }),
    precededBy: t.field({
      type: CourtCase,
      description: '原审案件 the case whose judgment is appealed against here, or whose trial goes on here',
      resolve: ({ record, through }, _args, context) =>
        record.precededBy === null ? null : context.courtCase(record.precededBy, through),
    }),
    panel: t.field({
      type: [Officer],
      nullable: false,
      description: '合议庭或独任审判员 the panel',
      resolve: (shown) => (isWhole(shown) ? shown.record.panel.map((member) => officer(shown, member)) : []),
    }),
    clerk: t.field({
      type: Officer,
      description: '书记员 court clerk',
      resolve: (shown) => (isWhole(shown) && shown.record.clerk ? officer(shown, shown.record.clerk) : null),
    }),
    mediator: t.field({
      type: Mediator,
      description: '调解员 the mediator of a 诉前调',
      resolve: (shown) => (showsLimit(shown) ? shown.record.mediator : null),
    }),
  }),
});

/** An officer of the court that has the case. */
function officer({ record }: CourtCaseShown, member: CourtOfficer) {
  return { ...member, agencyCode: record.agencyCode };
}

builder.asEntity(CourtCase, {
  key: builder.selection<{ courtCaseNo: string }>('courtCaseNo'),
  resolveReference: ({ courtCaseNo: raw }, context) => {
    const number = courtCaseNo.parse(raw);
    return number === null ? null : context.courtCase(number, NO_MATTER);
  },
});
