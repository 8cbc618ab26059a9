import { responsePathAsArray } from 'graphql';
import { addDays } from '#schema/calendar/dates.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type FoundCase, findListed } from '#subgraphs/casework/find-case.ts';
import { Deadline, deadlinesOf, State } from '#subgraphs/casework/lists/deadline.ts';
import { MAX_CASES, myCases } from '#subgraphs/casework/my-cases.ts';
import { MOST_ROWS, requireAtMost } from '#subgraphs/kit/bounded-lists.ts';

const MAX_DAYS = 60;

builder.queryField('deadlinesDue', (t) =>
  t.field({
    type: [Deadline],
    policy: [['case.read']],
    description: `即将届满的期限 deadlines of the caller’s own cases that end within so many days, by last day；已超期而仍在进行的一并列出。本人案件最多 ${MAX_CASES} 件，期限最多 ${MOST_ROWS} 条，超过即报错，不作截断；某部门不可用时附一条错误。`,
    args: {
      withinDays: t.arg.int({
        required: true,
        description: `自今日起的天数 days from today: 0 to ${MAX_DAYS}；0 指今日及以前届满的 means today or before`,
      }),
      state: t.arg({
        type: State,
        description:
          '只列出此状态 only this state；不给出即 RUNNING，指所有仍在进行的期限 left out it is RUNNING, every clock still running',
      }),
    },
    resolve: async (_root, { withinDays, state }, context, info) => {
      const last = addDays(context.clock.today(), requireDays(withinDays));
      const cases = await ownCases(context, responsePathAsArray(info.path));
      const deadlines = await deadlinesOf(context, info, cases, state ?? 'RUNNING');
      return requireAtMost(deadlines.filter(({ deadline }) => deadline.dueOn <= last));
    },
  }),
);

/** All of them. Within `x-case` only that case exists. @throws GraphError BAD_USER_INPUT where there are more than a list may hold */
async function ownCases(context: CaseworkContext, path: readonly (string | number)[]): Promise<FoundCase[]> {
  const { onlyCase } = context.envelope;
  if (onlyCase !== null) {
    const found = await findListed(context, onlyCase);
    return found === null ? [] : [found];
  }
  const cases = await myCases(context, { stage: null, first: MAX_CASES, after: null }, path);
  const last = cases.at(-1);
  if (cases.length < MAX_CASES || last === undefined) return cases;
  const [further] = await myCases(context, { stage: null, first: 1, after: last.row.caseUid }, path);
  if (further === undefined) return cases;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `本人案件超过 ${MAX_CASES} 件，请用 myCases 分页查询各案的 deadlines。`,
    en: `You have more than ${MAX_CASES} cases: page through myCases and ask each for its deadlines.`,
  });
}

/** @throws GraphError BAD_USER_INPUT */
function requireDays(days: number): number {
  if (days >= 0 && days <= MAX_DAYS) return days;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `withinDays 应为 0 到 ${MAX_DAYS} 的整数，给出的是 ${days}。`,
    en: `withinDays is a whole number from 0 to ${MAX_DAYS}; ${days} was given.`,
  });
}
