import type { Asker } from '#auth/decisions/asker.ts';
import { type CaseFacts, createDecider, type Decision } from '#auth/decisions/decider.ts';
import { type CaseView, type Facet, type Views, viewsOf } from '#auth/decisions/views.ts';
import { holdersOfPolicies } from '#auth/policies/holders.ts';
import type { FieldRule, PolicySet } from '#auth/policies/policy-set.ts';
import type { GraphFields } from '#subgraphs/casework/explain/graph-fields.ts';

/** How a field looks to somebody: not at all, as it is, masked; in rows about the own side alone as it is, or masked. */
export type Sight = '–' | '●' | '◑' | '○' | '◔';

/** What somebody sees of a field, and the rule that decided. */
export interface Look {
  readonly sight: Sight;
  readonly rule: string;
}

/** The policy text of one moment, and the graph that it was about. */
export interface Moment {
  readonly policy: PolicySet;
  readonly graph: Pick<GraphFields, 'has' | 'waysTo'>;
}

const MASKED = new Set(['idNumber', 'phone']);
const NO_SUCH_FIELD: Look = { sight: '–', rule: '没有此字段 there is no such field' };
const NOT_IN_VIEW: Look = { sight: '–', rule: 'deny.not-in-view' };

/** What a caller sees of the fields of one case, by a moment's policy and these facts. */
export function looksAt({ policy, graph }: Moment, asker: Asker, found: CaseFacts): (coordinate: string) => Look {
  const { decideRecord, decideCase, decideForeignRecord, decideUnmask } = createDecider(policy);
  const { holdsPolicy, purposeFits } = holdersOfPolicies(policy);
  const views = viewsOf(policy);
  const ofCase = decideCase(asker, found);
  const ofRecords = found.records.map((own) => ({
    department: own.department,
    decision: decideForeignRecord(asker, own, found),
  }));
  /** Why the case is closed: what is said of the record that comes closest. */
  const reason =
    found.records.map((own) => decideRecord(asker, own, found.stage).rule).find((rule) => rule !== 'deny.default') ??
    ofCase.rule;
  const known = new Map<string, Look>();
  const { roles } = asker.principal;

  function look(coordinate: string): Look {
    const before = known.get(coordinate);
    if (before) return before;
    // A way that leads back to where it comes from is none.
    known.set(coordinate, NOT_IN_VIEW);
    const field = policy.fields.get(coordinate);
    const seen = field ? decide(field) : NO_SUCH_FIELD;
    known.set(coordinate, seen);
    return seen;
  }

  function decide(field: FieldRule): Look {
    const { policies, decidedBy, coordinate } = field;
    if (!policies.every((name) => holdsPolicy(roles, name))) return { sight: '–', rule: 'fields.denied' };
    if (!policies.every((name) => purposeFits(roles, name, asker.purpose)))
      return { sight: '–', rule: 'purpose.required' };
    if (decidedBy.by === 'parent')
      return widest(graph.waysTo(coordinate).map(look), (sight) => masked(sight, field, ofCase));
    if (decidedBy.by !== 'row' && decidedBy.by !== 'case') return { sight: '●', rule: 'fields.permitted' };
    return widest(decisionsAbout(field).map((decision) => ofDecision(field, decision)));
  }

  function ofDecision(field: FieldRule, decision: Decision): Look {
    if (!decision.allowed) return { sight: '–', rule: ofCase.allowed ? decision.rule : reason };
    const sight = sightIn(views, field, decision.view);
    if (sight === '–') return NOT_IN_VIEW;
    const whole = field.grant === 'UNMASK' ? decideUnmask(asker, field.coordinate, decision.view) : decision;
    return { sight: whole.allowed ? sight : '–', rule: whole.rule };
  }

  /** By any of them the field is seen: about the case, or about each record of the departments that feed it. */
  function decisionsAbout({ decidedBy }: FieldRule): readonly Decision[] {
    if (decidedBy.by !== 'row') return [ofCase];
    return ofRecords
      .filter(({ department }) => decidedBy.departments.includes(department))
      .map(({ decision }) => decision)
      .concat(decidedBy.departments.includes('PLATFORM') ? ofCase : []);
  }

  return look;
}

/** What a view shows of a field that is decided by rows or by the case. */
export function sightIn(views: Views, field: FieldRule, view: CaseView): Sight {
  const { decidedBy, closedIn } = field;
  if (closedIn.has(view)) return '–';
  if (decidedBy.by !== 'row') return masked('●', field, { view });
  if (!decidedBy.departments.some((department) => views.opens(view, department, decidedBy.facet))) return '–';
  return masked(isOwnOnly(views, view, decidedBy.facet) ? '○' : '●', field, { view });
}

/** Names are masked for the desk that receives a package, numbers for everyone (DOMAIN 5.5). */
export function masked(sight: Sight, { mask }: FieldRule, decision: object): Sight {
  const isIntake = 'view' in decision && decision.view === 'INTAKE';
  if (sight === '–' || !(MASKED.has(mask) || (mask === 'name' && isIntake))) return sight;
  return sight === '○' || sight === '◔' ? '◔' : '◑';
}

/** Records are shown whole or not at all; parties, and rows about them, may be one's own alone. */
function isOwnOnly({ showsOwnPartiesOnly, showsOwnRowsOnly }: Views, view: CaseView, facet: Facet): boolean {
  if (facet === 'RECORDS') return false;
  return facet === 'PARTIES' ? showsOwnPartiesOnly(view) : showsOwnRowsOnly(view);
}

const NARROWER: readonly Sight[] = ['–', '◔', '○', '◑', '●'];

/** The widest of several sights. */
export function widestOf(sights: readonly Sight[]): Sight {
  return sights.reduce<Sight>((most, each) => (NARROWER.indexOf(each) > NARROWER.indexOf(most) ? each : most), '–');
}

function widest(looks: readonly Look[], mask: (sight: Sight) => Sight = (sight) => sight): Look {
  const most = widestOf(looks.map(({ sight }) => sight));
  const alike = looks.filter(({ sight }) => sight === most);
  // That the view does not show it says more than that another record is not one's own.
  const look = alike.find(({ rule }) => most === '–' && rule === NOT_IN_VIEW.rule) ?? alike[0] ?? NOT_IN_VIEW;
  return { sight: mask(look.sight), rule: look.rule };
}
