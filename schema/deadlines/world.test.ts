import { describe, expect, it } from '@jest/globals';
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import { type DeadlineClock, stateOf } from '#schema/deadlines/state.ts';
import type { DeadlineState } from '#schema/enums/deadline-state.ts';

interface Fact extends DeadlineCircumstances, Pick<DeadlineClock, 'metOn' | 'stoppedOn'> {
  readonly case: number;
  readonly what: string;
  readonly code: DeadlineCode;
  readonly start: string;
  readonly startsOn?: string;
  readonly dueOn: string;
  readonly basis: string;
  readonly state: DeadlineState;
}

const TODAY = '2025-06-16';
const CPL = '刑事诉讼法';

/** What the demo world fixes: dates of its cases, and how each clock stands on its business day. */
const FACTS: readonly Fact[] = [
  {
    case: 1,
    what: '张拟甲 in custody after arrest, until the case goes on',
    code: 'CR-INV-CUSTODY',
    start: '2025-03-14',
    dueOn: '2025-05-14',
    basis: `${CPL}第156条`,
    stoppedOn: '2025-04-07',
    state: 'STOPPED',
  },
  {
    case: 1,
    what: 'bail of 李拟乙 and 王拟丙, over a Saturday',
    code: 'MS-BAIL',
    start: '2025-03-14',
    dueOn: '2026-03-14',
    basis: `${CPL}第79条`,
    state: 'RUNNING',
  },
  {
    case: 1,
    what: 'supplementary investigation',
    code: 'CR-SUPP',
    start: '2025-04-21',
    held: true,
    dueOn: '2025-05-21',
    basis: `${CPL}第175条；人民检察院刑事诉讼规则第346条`,
    metOn: '2025-05-06',
    state: 'MET',
  },
  {
    case: 1,
    what: 'review for prosecution, begun anew',
    code: 'CR-REVIEW',
    start: '2025-04-07',
    restarts: [{ reason: 'SUPPLEMENTED', on: '2025-05-06' }],
    held: true,
    startsOn: '2025-05-06',
    dueOn: '2025-06-06',
    basis: `${CPL}第172条；${CPL}第175条`,
    metOn: '2025-05-28',
    state: 'MET',
  },
  {
    case: 1,
    what: 'trial',
    code: 'CR-TRIAL',
    start: '2025-05-29',
    held: true,
    dueOn: '2025-07-29',
    basis: `${CPL}第208条`,
    state: 'RUNNING',
  },
  {
    case: 1,
    what: 'notices of the hearing, back to a Saturday, served on 张 and 李',
    code: 'CR-NOTICE',
    start: '2025-06-24T09:00:00+08:00',
    startsOn: '2025-06-24',
    dueOn: '2025-06-21',
    basis: `${CPL}第187条`,
    metOn: '2025-06-13',
    state: 'MET',
  },
  {
    case: 1,
    what: 'notice of the hearing, not yet served on 王',
    code: 'CR-NOTICE',
    start: '2025-06-24T09:00:00+08:00',
    startsOn: '2025-06-24',
    dueOn: '2025-06-21',
    basis: `${CPL}第187条`,
    state: 'RUNNING',
  },
  {
    case: 1,
    what: 'copies of the indictment',
    code: 'CR-COPY',
    start: '2025-06-24T09:00:00+08:00',
    startsOn: '2025-06-24',
    dueOn: '2025-06-14',
    basis: `${CPL}第187条`,
    metOn: '2025-06-13',
    state: 'MET',
  },
  {
    case: 2,
    what: 'arrest review, decided on a Sunday',
    code: 'CR-ARREST-REVIEW',
    start: '2025-06-09',
    dueOn: '2025-06-16',
    basis: `${CPL}第91条；人民检察院刑事诉讼规则第282条`,
    metOn: '2025-06-15',
    state: 'MET',
  },
  {
    case: 2,
    what: 'receipt for 周拟庚, arrested',
    code: 'CR-RECEIPT',
    start: '2025-06-15T16:00:00+08:00',
    startsOn: '2025-06-15',
    dueOn: '2025-06-18',
    basis: '公安机关办理刑事案件程序规定第140、142条',
    state: 'DUE_SOON',
  },
  {
    case: 2,
    what: 'receipts for 吴拟辛 and 孙拟壬, refused',
    code: 'CR-RECEIPT',
    start: '2025-06-15',
    dueOn: '2025-06-18',
    basis: '公安机关办理刑事案件程序规定第140、142条',
    state: 'DUE_SOON',
  },
  {
    case: 2,
    what: 'custody of 周拟庚',
    code: 'CR-INV-CUSTODY',
    start: '2025-06-15T16:00:00+08:00',
    startsOn: '2025-06-15',
    dueOn: '2025-08-15',
    basis: `${CPL}第156条`,
    state: 'RUNNING',
  },
  {
    case: 3,
    what: 'second supplementary investigation',
    code: 'CR-SUPP',
    start: '2025-05-30',
    held: true,
    dueOn: '2025-06-30',
    basis: `${CPL}第175条；人民检察院刑事诉讼规则第346条`,
    state: 'RUNNING',
  },
  {
    case: 3,
    what: 'assignment of a lawyer for 钱拟癸, over a Sunday',
    code: 'LA-ASSIGN',
    start: '2025-06-12',
    dueOn: '2025-06-16',
    basis: '法律援助法第36条',
    state: 'DUE_SOON',
  },
  {
    case: 5,
    what: 'trial',
    code: 'CV-TRIAL',
    start: '2025-06-03',
    dueOn: '2025-12-03',
    basis: '民事诉讼法第152条',
    state: 'RUNNING',
  },
  {
    case: 5,
    what: 'notices of the hearing',
    code: 'CV-NOTICE',
    start: '2025-06-26T14:30:00+08:00',
    startsOn: '2025-06-26',
    dueOn: '2025-06-23',
    basis: '民事诉讼法第139条',
    state: 'RUNNING',
  },
  {
    case: 5,
    what: 'court fee',
    code: 'CV-FEE',
    start: '2025-06-13',
    dueOn: '2025-06-20',
    basis: '诉讼费用交纳办法第22条',
    state: 'RUNNING',
  },
  {
    case: 6,
    what: 'review for prosecution',
    code: 'CR-REVIEW',
    start: '2025-05-30',
    dueOn: '2025-06-30',
    basis: `${CPL}第172条`,
    state: 'RUNNING',
  },
  {
    case: 10,
    what: 'second instance, to a Sunday',
    code: 'CR-2ND',
    start: '2025-05-06',
    held: true,
    dueOn: '2025-07-06',
    basis: `${CPL}第243条`,
    state: 'RUNNING',
  },
  {
    case: 12,
    what: 'appeal, over a Sunday: so the judgment takes effect on 05-27',
    code: 'CR-APPEAL',
    start: '2025-05-15',
    dueOn: '2025-05-26',
    basis: `${CPL}第230条`,
    stoppedOn: '2025-05-27',
    state: 'STOPPED',
  },
  {
    case: 12,
    what: 'notice to community correction, over a holiday',
    code: 'CR-CC-NOTIFY',
    start: '2025-05-27',
    dueOn: '2025-06-03',
    basis: '社区矫正法第20条',
    metOn: '2025-05-29',
    state: 'MET',
  },
  {
    case: 12,
    what: 'documents to community correction',
    code: 'CR-CC-DOCS',
    start: '2025-05-27',
    dueOn: '2025-06-06',
    basis: '社区矫正法第20条',
    metOn: '2025-06-05',
    state: 'MET',
  },
  {
    case: 12,
    what: 'report of 沈拟酉, who has not come',
    code: 'CR-CC-REPORT',
    start: '2025-05-27',
    dueOn: '2025-06-06',
    basis: '社区矫正法第21条',
    metOn: null,
    state: 'OVERDUE',
  },
  {
    case: 14,
    what: 'judicial confirmation, over a Saturday',
    code: 'MED-CONFIRM',
    start: '2025-06-05',
    dueOn: '2025-07-07',
    basis: '民事诉讼法第205条',
    state: 'RUNNING',
  },
];

describe.each(FACTS)('case $case: $what', (fact) => {
  const { code, start, metOn = null, stoppedOn = null, ...circumstances } = fact;
  const deadline = computeDeadline(code, start, circumstances, CHINA_CALENDAR);

  it(`${code} from ${start} is due on ${fact.dueOn}`, () => {
    const { startsOn = start, dueOn, basis } = fact;
    expect(deadline).toMatchObject({ code, startsOn, dueOn, basis, dueAt: null, provisional: false });
  });

  it(`is ${fact.state} on ${TODAY}`, () => {
    if (deadline === null) throw new Error('no rule in force');
    expect(stateOf({ ...deadline, metOn, stoppedOn }, TODAY)).toBe(fact.state);
  });
});
