import type { GraphQLResolveInfo } from 'graphql';
import { isRunning } from '#schema/deadlines/state.ts';
import { DEADLINE_STATE, type DeadlineState } from '#schema/enums/deadline-state.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
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
  context.noteDifferences(
    owned.flatMap(({ owner: { department, system }, row: { found, deadline } }) =>
      deadline.differs ? [{ caseUid: found.row.caseUid, department, system, field: `deadline ${deadline.code}` }] : [],
    ),
  );
  return owned
    .map(({ row }) => row)
    .filter(({ deadline }) => matches(deadline.state as DeadlineState, state))
    .sort((a, b) => (a.deadline.dueOn < b.deadline.dueOn ? -1 : 1));
}

function matches(state: DeadlineState, asked: DeadlineState | null): boolean {
  if (asked === null) return true;
  return asked === 'RUNNING' ? isRunning(state) : state === asked;
}
