import type { GraphQLResolveInfo } from 'graphql';
import { isRunning } from '#schema/deadlines/state.ts';
import { DEADLINE_STATE, type DeadlineState } from '#schema/enums/deadline-state.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import { PartyInCase, partiesOf } from '#subgraphs/casework/party.ts';
import type { OwnerDeadline } from '#subgraphs/kit/owner-rows.ts';

export interface DeadlineOfCase {
  readonly found: FoundCase;
  readonly deadline: OwnerDeadline;
}

export const State = builder.enumType('DeadlineState', {
  description: '期限状态 how a clock stands today',
  values: graphValues(DEADLINE_STATE),
});

export const Deadline = builder.objectRef<DeadlineOfCase>('Deadline').implement({
  description: '办案期限 a period of the law, computed；主管部门自己给出届满日的，以其为准。',
  policy: [['case.read']],
  fields: (t) => ({
    case: t.field({ type: CaseRef, description: '所属案件 the case', resolve: ({ found }) => found }),
    code: t.string({
      nullable: false,
      description: '期限代码 code (DOMAIN 2.7)',
      resolve: ({ deadline }) => deadline.code,
    }),
    basis: t.string({
      nullable: false,
      description: '法律依据 law article',
      resolve: ({ deadline }) => deadline.basis,
    }),
    subject: t.field({
      type: PartyInCase,
      description: '所涉人员 the person whom it concerns; null where it concerns the whole case',
      resolve: async ({ found, deadline }, _args, context) =>
        (await partiesOf(context, found)).find(({ party }) =>
          party.keys.some(({ key }) => key === deadline.partyKey),
        ) ?? null,
    }),
    startsOn: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '起算事由日 day of the event that it runs from, itself not counted',
      resolve: ({ deadline }) => deadline.startsOn,
    }),
    dueOn: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '届满日 last day',
      resolve: ({ deadline }) => deadline.dueOn,
    }),
    provisional: t.boolean({
      nullable: false,
      description: '届满日是否待定 whether the last day may still move: the holidays of its year are not yet ordered',
      resolve: ({ deadline }) => deadline.provisional,
    }),
    state: t.field({
      type: State,
      nullable: false,
      description: '状态 state today',
      resolve: ({ deadline }) => deadline.state as DeadlineState,
    }),
  }),
});

builder.objectField(CaseRef, 'deadlines', (t) =>
  t.field({
    type: [Deadline],
    description: '办案期限 deadlines of the case, by last day；某部门不可用时附一条错误。',
    args: {
      state: t.arg({
        type: State,
        description: '只列出此状态 only this state；RUNNING 指所有仍在进行的期限 means every clock still running',
      }),
    },
    resolve: (found, { state }, context, info) => deadlinesOf(context, info, [found], state ?? null),
  }),
);

/**
 * The deadlines of these cases that are in a state, by last day: one question to each owner for all of them. What an owner states otherwise
 * than the law computes is noted. @throws DepartmentError where owners failed and nothing is known
 */
export async function deadlinesOf(
  context: CaseworkContext,
  info: GraphQLResolveInfo,
  cases: readonly FoundCase[],
  state: DeadlineState | null,
): Promise<DeadlineOfCase[]> {
  const joined = await Promise.all(
    cases.map(async (found) => {
      const { rows, failures } = await context.joined(found, 'deadlines');
      return { rows: rows.map(({ owner, row }) => ({ owner, row: { found, deadline: row } })), failures };
    }),
  );
  // An owner that failed for several of them is one error.
  const failures = new Map(joined.flatMap((each) => each.failures).map((each) => [each.owner.system, each]));
  const rows = joined.flatMap((each) => each.rows);
  const owned = rowsAt(context, info, { rows, failures: [...failures.values()] });
  for (const [found, ofCase] of Map.groupBy(owned, ({ row }) => row.found))
    context.noteDifferences(found, ofCase.flatMap(differenceOf));
  return owned
    .map(({ row }) => row)
    .filter(({ deadline }) => matches(deadline.state as DeadlineState, state))
    .sort(byLastDay);
}

function differenceOf({ owner: { department, system }, row: { deadline } }: OwnedRow<DeadlineOfCase>) {
  const { agencyCode, code, differs } = deadline;
  return differs ? [{ agencyCode, department, system, field: `deadline ${code}` }] : [];
}

/** Those of one day by case, code and person, so that they stand alike whoever answered first. */
function byLastDay(a: DeadlineOfCase, b: DeadlineOfCase): number {
  const [one, other] = [a, b].map(({ found, deadline: { dueOn, code, startsOn, partyKey } }) =>
    [dueOn, found.row.caseUid, code, startsOn, partyKey ?? ''].join(' '),
  );
  return (one ?? '') < (other ?? '') ? -1 : Number(one !== other);
}

function matches(state: DeadlineState, asked: DeadlineState | null): boolean {
  if (asked === null) return true;
  return asked === 'RUNNING' ? isRunning(state) : state === asked;
}
