import { daysBetween } from '#schema/calendar/dates.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { Kind } from '#subgraphs/casework/lists/transfer.ts';
import { Department } from '#subgraphs/casework/shared-types.ts';
import { LEAST_CASES, type ShownCell, shownCell } from '#subgraphs/casework/statistics/small-cells.ts';

/** From the first day to the last. */
const MAX_DAYS = 366;
const FEW = `涉及案件不足 ${LEAST_CASES} 件时为 null null where it is of fewer than ${LEAST_CASES} cases`;

const TransferStatistic = builder.objectRef<ShownCell>('TransferStatistic').implement({
  description: `移送统计 hand-overs of one kind between two departments, counted；${FEW}。`,
  policy: [['statistics.read']],
  fields: (t) => ({
    kind: t.expose('kind', { type: Kind, nullable: false, description: '类型 kind' }),
    fromDept: t.expose('fromDept', { type: Department, nullable: false, description: '发出部门 from' }),
    toDept: t.expose('toDept', { type: Department, nullable: false, description: '接收部门 to' }),
    total: t.exposeInt('total', { description: `件数 how many were sent；${FEW}。` }),
    overdue: t.exposeInt('overdue', {
      description: `逾期未答复或逾期答复的件数 how many were not answered by the last day of the law as of today, or answered after it。计提请批准逮捕待决定、决定待执行回执、退回补充侦查待重新移送三种，法律允许多种期限时按最长计 of requests for a decision, decisions for a receipt and returns for a resubmission; by the longest period where the law allows several。逾期或未逾期的案件不足 ${LEAST_CASES} 件（零除外）时为 null null where either the overdue or those in time are of one to ${LEAST_CASES - 1} cases。`,
    }),
    medianDays: t.exposeInt('medianDays', {
      description: `自发出至接收的天数之中位数，进位取整 median of the days from sending to receipt, rounded up；已接收者${FEW}。`,
    }),
  }),
});

builder.queryField('transferStatistics', (t) =>
  t.field({
    type: [TransferStatistic],
    policy: [['statistics.read']],
    description: `移送统计 hand-overs sent on these days, by kind and departments；须政法委协调员。最长 ${MAX_DAYS} 天 from first day to last；不含封存案件；以 x-case 限于一案时为空，一案无从统计 within x-case there are none to count。`,
    args: {
      from: t.arg({ type: 'LegalDate', required: true, description: '自此日发出 sent from this day on' }),
      to: t.arg({ type: 'LegalDate', required: true, description: '至此日，含当日 to this day, itself included' }),
    },
    resolve: async (_root, { from, to }, context) => {
      context.requireLook('statistics.read', 'transferStatistics');
      requireDays(from, to);
      // One case is too few, whichever it is.
      if (context.envelope.onlyCase !== null) return [];
      const counts = await context.registry.transferCounts({ from, to, today: context.clock.today() });
      return counts.map(shownCell);
    },
  }),
);

/** @throws GraphError BAD_USER_INPUT */
function requireDays(from: string, to: string): void {
  const days = daysBetween(from, to);
  if (days >= 0 && days <= MAX_DAYS) return;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `from 不得晚于 to，且相距最多 ${MAX_DAYS} 天。`,
    en: `from is not after to, and at most ${MAX_DAYS} days before it.`,
  });
}
