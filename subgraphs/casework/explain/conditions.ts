import type { Decision } from '#auth/decisions/decide.ts';
import { type Condition, condition } from '#auth/decisions/explain.ts';
import type { Standing } from '#subgraphs/casework/explain/standing.ts';

/** What the gateway looks at alone, whatever the case. */
const OF_THE_ROLE: ReadonlySet<string> = new Set(['role', 'purpose']);

/** What was looked at for one field: its policy, then the case, then whether the view shows it. What was not reached has no state. */
export function conditionsOf(
  refused: Decision | null,
  standing: Standing | null,
  decision: Decision,
): readonly Condition[] {
  const ofField = condition('field', refused?.rule !== 'fields.denied');
  if (standing === null)
    return [ofField, condition('purpose', refused?.rule === 'fields.denied' ? null : refused === null)];
  const { conditions, decision: ofCase } = standing;
  if (refused)
    return [ofField, ...conditions.map((each) => (OF_THE_ROLE.has(each.id) ? each : condition(each.id, null)))];
  const view = ofCase.allowed ? decision.allowed || decision.rule === 'deny.no-grant' : null;
  return [ofField, ...conditions, condition('view', view)];
}
