import { viewsOf } from '#auth/decisions/views.ts';
import { holdersOfPolicies } from '#auth/policies/holders.ts';
import type { FieldRule, PolicySet } from '#auth/policies/policy-set.ts';
import type { CaseView } from '#auth/policies/vocabulary.ts';
import type { Purpose } from '#schema/purposes.ts';
import { type Moment, masked, type Sight, sightIn, widestOf } from './sight.ts';

/** A role that asks for a purpose; without either, whoever is not signed in, or is and states none that fits. */
export interface Column {
  readonly role: string | null;
  readonly purpose: Purpose | null;
  readonly signedIn: boolean;
}

/** What a role sees of a field in a case of its own, at most: a {@link Sight}, two where the stage widens it (`○→●`), `G` where by grant. */
export type Cell = string;

/** Every role with each purpose that fits it, then those that have none. */
export function columnsOf({ roles }: PolicySet): readonly Column[] {
  const fitting = [...roles].flatMap(([role, { purposes, byGrant }]) =>
    [...purposes, ...byGrant].map((purpose) => ({ role, purpose, signedIn: true })),
  );
  return [...fitting, { role: null, purpose: null, signedIn: true }, { role: null, purpose: null, signedIn: false }];
}

/** A way by which a column comes to a case: the views of a rule, stage by stage. */
interface Entrance {
  readonly views: readonly CaseView[];
  readonly byGrant: boolean;
}

/** The cells of the access matrix: role × field × purpose. */
export function cellsOf({ policy, graph }: Moment): (column: Column, field: FieldRule) => Cell {
  const views = viewsOf(policy);
  const { purposeFits } = holdersOfPolicies(policy);

  function cell(column: Column, field: FieldRule): Cell {
    const always = sight(column, field, null, new Set());
    if (always !== '–') return always;
    const entrances = entrancesOf(policy, column);
    const sights = entrances.map(({ views: stages, byGrant }) => {
      const steps = [...new Set(stages.map((view) => sight(column, field, view, new Set())))];
      return steps.some((step) => step !== '–') && byGrant ? `${steps.join('→')}G` : steps.join('→');
    });
    const seen = [...new Set(sights)].join(' ') || '–';
    return field.grant !== null && seen !== '–' ? `${seen}G` : seen;
  }

  /** @param view of the case; `null` for who comes to none */
  function sight(column: Column, field: FieldRule, view: CaseView | null, passed: ReadonlySet<string>): Sight {
    const { decidedBy, policies, coordinate } = field;
    if (decidedBy.by === 'public') return '●';
    if (decidedBy.by === 'authenticated') return column.signedIn ? '●' : '–';
    const { role, purpose } = column;
    if (role === null || !policies.every((name) => purposeFits(new Set([role]), name, purpose))) return '–';
    if (decidedBy.by === 'policy') return '●';
    if (decidedBy.by !== 'parent') return view === null ? '–' : sightIn(views, field, view);
    const ways = graph.waysTo(coordinate).flatMap((way) => (passed.has(way) ? [] : (policy.fields.get(way) ?? [])));
    const further = new Set([...passed, ...ways.map((way) => way.coordinate)]);
    return masked(widestOf(ways.map((way) => sight(column, way, view, further))), field, { view });
  }

  return cell;
}

function entrancesOf({ rules, grants, views }: PolicySet, { role, purpose }: Column): readonly Entrance[] {
  if (role === null) return [];
  const isFor = (rule: { readonly roles: readonly string[]; readonly purpose: Purpose | null }) =>
    rule.purpose === purpose && rule.roles.includes(role);
  const own = rules.filter(isFor).map(({ view }) => {
    const widens = views.get(view)?.widens;
    return { views: widens ? [view, widens.to] : [view], byGrant: false };
  });
  const granted = grants.filter(isFor).flatMap(({ view }) => (view === null ? [] : { views: [view], byGrant: true }));
  return [...own, ...granted];
}
