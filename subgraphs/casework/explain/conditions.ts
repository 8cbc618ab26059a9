import type { Decision } from '#auth/decisions/decide.ts';
import type { ConditionState } from '#subgraphs/casework/explain/question.ts';
import type { Standing } from '#subgraphs/casework/explain/standing.ts';

/** What the gateway looks at alone, whatever the case. */
const OF_THE_ROLE: ReadonlySet<string> = new Set(['role', 'purpose']);

/** What was looked at for one field: its policy, then the case, then whether the view shows it. What was not reached has no state. */
export function conditionsOf(
  refused: Decision | null,
  standing: Standing | null,
  decision: Decision,
): readonly ConditionState[] {
  const isDenied = refused?.rule === 'fields.denied';
  if (standing === null)
    return [
      ['field', !isDenied],
      ['purpose', isDenied ? null : refused === null],
    ];
  const { conditions, decision: ofCase } = standing;
  const view = ofCase.allowed ? decision.allowed || decision.rule === 'deny.no-grant' : null;
  return [
    ['field', !isDenied],
    ...conditions.map(({ id, holds }): ConditionState => [id, refused && !OF_THE_ROLE.has(id) ? null : holds]),
    ['view', refused ? null : view],
  ];
}
