import type { CourtContext } from '#subgraphs/court/context.ts';
import { CourtCase, showsTrial } from '#subgraphs/court/court-case.ts';
import { builder, Case } from '#subgraphs/court/types.ts';
import type { CaseToExtend } from '#subgraphs/kit/case-stub.ts';
import { numbersOfKind } from '#subgraphs/kit/linked-number.ts';

const requires = builder.selection<{ linkedNumbers: string[]; statement: string }>('linkedNumbers statement');

/** What the court adds to a case: its own records of it. */
Case.implement({
  externalFields: (t) => ({
    caseUid: t.id({ nullable: false }),
    linkedNumbers: t.idList({ nullable: false }),
    statement: t.string({ nullable: false }),
  }),
  fields: (t) => ({
    recordNumber: t.exposeID('recordNumber', {
      inaccessible: true,
      description: '部门编号 one agency’s number of the case，供各部门子图引用。',
    }),
    courtCases: t.field({
      type: [CourtCase],
      policy: [['case.read']],
      description: '法院案件 court cases，诉前调解案件（诉前调）在内；法院系统不可用时为 null。',
      requires,
      resolve: (reference, _args, context) => courtCasesOf(reference, context),
    }),
    closedHearingOnly: t.boolean({
      policy: [['case.read']],
      description:
        '是否均不公开审理 whether all hearings of the case are closed to the public；尚无开庭、无权查看开庭安排或法院系统不可用时为 null。',
      requires,
      resolve: async (reference, _args, context) => {
        const whole = (await courtCasesOf(reference, context)).filter(showsTrial);
        const numbers = whole.map(({ courtCaseNo }) => courtCaseNo);
        const hearings = await Promise.all(numbers.map(async (number) => (await context.hearings.load(number)) ?? []));
        return hearings.flat().length === 0 ? null : hearings.flat().every(({ open }) => !open);
      },
    }),
  }),
});

async function courtCasesOf({ caseUid, linkedNumbers, statement }: CaseToExtend, context: CourtContext) {
  const found = await context.found({ caseUid, statement });
  return context.courtCases({ found, numbers: numbersOfKind(linkedNumbers, 'COURT_CASE_NO') });
}
