import type { CourtCaseRecord, CourtOfficer } from '#adapters/systems/court-12368/port.ts';
import { COURT_CASE_STATUS } from '#schema/enums/court-case-status.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { TRIAL_PROCEDURE } from '#schema/enums/trial-procedure.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { type CourtCaseShown, type CourtContext, NO_MATTER } from '#subgraphs/court/context.ts';
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
/** A record check (犯罪记录查询) shows which case it is and how it stands, not how it was tried. */
export const showsTrial = (shown: CourtCaseShown): boolean => isWhole(shown) && shown.visible.view !== 'RECORD_CHECK';
const showsLimit = ({ visible }: CourtCaseShown): boolean => visible.view !== 'RELATED';

/** What a field reads from the record, which is loaded where a field asks for more than the number. */
function read<Value>(value: (record: CourtCaseRecord) => Value) {
  return async (shown: CourtCaseShown, _args: object, context: CourtContext) => value(await context.caseRecord(shown));
}

/** The same, for those only to whom so much of the record is shown. */
function readIf<Value>(isShown: (shown: CourtCaseShown) => boolean, value: (record: CourtCaseRecord) => Value) {
  return async (shown: CourtCaseShown, _args: object, context: CourtContext) =>
    isShown(shown) ? value(await context.caseRecord(shown)) : null;
}

export const CourtCase = builder.objectRef<CourtCaseShown>('CourtCase');
CourtCase.implement({
  description: '法院案件 a court case：一个案号一条记录，诉前调解、上诉、再审、执行各有自己的案号。',
  policy: [['case.read']],
  fields: (t) => ({
    courtCaseNo: t.exposeID('courtCaseNo', { nullable: false, description: '案号 court case number' }),
    rawNumber: t.string({
      nullable: false,
      description: '案号原文 the number as the court wrote it',
      resolve: read(({ rawNumber }) => rawNumber),
    }),
    case: t.field({
      type: Case,
      description: '所属案件 the case',
      resolve: ({ courtCaseNo: number }) => caseOfRecord('COURT_CASE_NO', number),
    }),
    court: t.field({
      type: Agency,
      description: '审理法院 the court that has the case',
      resolve: (shown) => (isWhole(shown) ? shown.visible.agencyCode : null),
    }),
    status: t.field({
      type: Status,
      nullable: false,
      description: '状态 status',
      resolve: read(({ status }) => status),
    }),
    procedure: t.field({
      type: Procedure,
      description: '审理程序 trial procedure',
      resolve: readIf(isWhole, ({ procedure }) => procedure),
    }),
    cause: t.field({
      type: Code,
      description:
        '案由 charge or cause of action, by the national lists (CRIMINAL-CAUSE, CIVIL-CAUSE) as of docketing；名录未收录的，为法院自己的代码。',
      resolve: readIf(isWhole, ({ cause }) => cause),
    }),
    docketedOn: t.field({
      type: 'LegalDate',
      description: '立案日期 docketed on',
      resolve: read(({ docketedOn }) => docketedOn),
    }),
    trialLimitOn: t.field({
      type: 'LegalDate',
      description: '审限届满日 last day of the trial limit; of a 诉前调, of the mediation',
      resolve: readIf(showsLimit, ({ trialLimitOn }) => trialLimitOn),
    }),
    effectiveOn: t.field({
      type: 'LegalDate',
      description: '生效日期 effective on',
      resolve: readIf(isWhole, ({ effectiveOn }) => effectiveOn),
    }),
    precededBy: t.field({
      type: CourtCase,
      description: '原审案件 the case whose judgment is appealed against here, or whose trial goes on here',
      resolve: async (shown, _args, context) => {
        const { precededBy } = await context.caseRecord(shown);
        return precededBy === null ? null : context.courtCase(precededBy, shown.through);
      },
    }),
    panel: t.field({
      type: [Officer],
      description: '合议庭或独任审判员 the panel；有人无法读取时为 null。',
      resolve: async (shown, _args, context) =>
        isWhole(shown) ? (await context.caseRecord(shown)).panel.map((member) => officer(shown, member)) : [],
    }),
    clerk: t.field({
      type: Officer,
      description: '书记员 court clerk',
      resolve: async (shown, _args, context) => {
        const clerk = isWhole(shown) ? (await context.caseRecord(shown)).clerk : null;
        return clerk && officer(shown, clerk);
      },
    }),
    mediator: t.field({
      type: Mediator,
      description: '调解员 the mediator of a 诉前调',
      resolve: readIf(showsLimit, ({ mediator }) => mediator),
    }),
  }),
});

/** An officer of the court that has the case. */
function officer({ visible: { agencyCode } }: CourtCaseShown, member: CourtOfficer) {
  return { ...member, agencyCode };
}

builder.asEntity(CourtCase, {
  key: builder.selection<{ courtCaseNo: string }>('courtCaseNo'),
  resolveReference: ({ courtCaseNo: raw }, context) => {
    const number = courtCaseNo.parse(raw);
    return number === null ? null : context.courtCase(number, NO_MATTER);
  },
});
