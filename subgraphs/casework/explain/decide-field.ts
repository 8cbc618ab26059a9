import { type Asker, type Decision, decideForeignRecord, decideUnmask } from '#auth/decisions/decide.ts';
import { opens } from '#auth/decisions/views.ts';
import { fieldRule } from '#auth/policies/fields.ts';
import { holdsPolicy, purposeFits } from '#auth/policies/policies.ts';
import type { DecidedBy, FieldRule } from '#auth/policies/policy-set.ts';
import type { GraphFields } from '#subgraphs/casework/explain/graph-fields.ts';
import type { Standing } from '#subgraphs/casework/explain/standing.ts';

const NOT_IN_VIEW: Decision = { allowed: false, rule: 'deny.not-in-view' };
const NO_FIELD: Decision = { allowed: false, rule: 'deny.default' };
type Row = Extract<DecidedBy, { by: 'row' }>;

/** What the gateway decides before anything is asked, whatever the case: the role and the purpose. `null` where nothing is in the way. */
export function refusedBefore({ principal, purpose }: Asker, policies: readonly string[]): Decision | null {
  if (!policies.every((policy) => holdsPolicy(principal.roles, policy)))
    return { allowed: false, rule: 'fields.denied' };
  if (!policies.every((policy) => purposeFits(principal.roles, policy, purpose)))
    return { allowed: false, rule: 'purpose.required' };
  return null;
}

/** Decides field after field for one who stands so to a case: whether a value of it is seen, and in what view of the case. */
export function fieldsFor(standing: Standing, graph: GraphFields): (coordinate: string) => Decision {
  const decided = new Map<string, Decision>();
  return function decide(coordinate) {
    if (!standing.decision.allowed) return standing.decision;
    const known = decided.get(coordinate);
    if (known) return known;
    // A way that leads back to where it comes from is none.
    decided.set(coordinate, NOT_IN_VIEW);
    const rule = fieldRule(coordinate);
    const decision = rule === null ? NO_FIELD : decideBy(rule, waysOf(standing, rule, graph, decide), standing.asker);
    decided.set(coordinate, decision);
    return decision;
  };
}

function decideBy({ coordinate, closedIn, grant }: FieldRule, ways: readonly Decision[], asker: Asker): Decision {
  const shown = ways.find((way) => way.allowed && !closedIn.has(way.view));
  if (!shown?.allowed) return ways.find(({ allowed }) => !allowed) ?? NOT_IN_VIEW;
  return grant === 'UNMASK' ? decideUnmask(asker, coordinate, shown.view) : shown;
}

/** The decisions by any of which the field is there: one for each record that has it, or for each field that leads to its row. */
function waysOf(
  standing: Standing,
  { coordinate, decidedBy }: FieldRule,
  graph: GraphFields,
  decide: (coordinate: string) => Decision,
): readonly Decision[] {
  if (decidedBy.by === 'row') return rowsOf(standing, decidedBy);
  return decidedBy.by === 'parent' ? graph.waysTo(coordinate).map(decide) : [standing.decision];
}

/** By each record of the departments that feed the field; where the case has none of a department’s yet, by the view of the case. */
function rowsOf({ asker, decision, found, records }: Standing, { facet, departments }: Row): readonly Decision[] {
  const shows = (row: Decision, department: Row['departments'][number]): Decision =>
    row.allowed && !opens(row.view, department, facet) ? NOT_IN_VIEW : row;
  return departments.flatMap((department) => {
    const own = department === 'PLATFORM' ? [] : records.filter((each) => each.department === department);
    if (own.length === 0) return [shows(decision, department)];
    return own.map((record) => shows(decideForeignRecord(asker, record, found), department));
  });
}
