/** An OR of ANDs of names: one of the sets must be held in full. */
export interface Clause {
  /** Equal for clauses that demand the same. */
  readonly key: string;
  readonly anyOf: readonly (readonly string[])[];
}

/** What must hold before something may be seen: all of its parts. */
export interface Requirement {
  readonly authenticated: boolean;
  readonly scopes: readonly Clause[];
  readonly policies: readonly Clause[];
}

export const NOTHING: Requirement = { authenticated: false, scopes: [], policies: [] };

export function isNothing({ authenticated, scopes, policies }: Requirement): boolean {
  return !authenticated && scopes.length === 0 && policies.length === 0;
}

/** A clause in normal form: sorted, without repetitions. */
export function clause(anyOf: readonly (readonly string[])[]): Clause {
  const sets = new Map(anyOf.map((set) => [...new Set(set)].sort()).map((set) => [JSON.stringify(set), set]));
  const sorted = [...sets].sort(([a], [b]) => (a < b ? -1 : 1));
  return { key: `[${sorted.map(([key]) => key).join()}]`, anyOf: sorted.map(([, set]) => set) };
}

/** The requirement that demands what each of these demands. */
export function allOf(requirements: Iterable<Requirement>): Requirement {
  let authenticated = false;
  const scopes = new Map<string, Clause>();
  const policies = new Map<string, Clause>();
  for (const requirement of requirements) {
    authenticated ||= requirement.authenticated;
    for (const each of requirement.scopes) scopes.set(each.key, each);
    for (const each of requirement.policies) policies.set(each.key, each);
  }
  return { authenticated, scopes: [...scopes.values()], policies: [...policies.values()] };
}

/** What of `whole` does not already follow from `given`. */
export function beyond(whole: Requirement, given: Requirement): Requirement {
  return {
    authenticated: whole.authenticated && !given.authenticated,
    scopes: whole.scopes.filter((each) => !follows(each, given.scopes)),
    policies: whole.policies.filter((each) => !follows(each, given.policies)),
  };
}

/** Without negation an OR of ANDs follows from another one when each set of that one holds a set of this one. */
function follows(wanted: Clause, given: readonly Clause[]): boolean {
  const entails = (sets: readonly (readonly string[])[]) =>
    sets.every((set) => wanted.anyOf.some((needed) => needed.every((name) => set.includes(name))));
  if (given.some(({ anyOf }) => entails(anyOf))) return true;
  return given.length > 1 && entails(given.reduce<readonly (readonly string[])[]>(multiply, [[]]));
}

/** `(a OR b) AND (c OR d)` as one OR of ANDs, as composition itself writes it, without sets that hold another one. */
function multiply(product: readonly (readonly string[])[], { anyOf }: Clause): readonly (readonly string[])[] {
  const sets = clause(product.flatMap((left) => anyOf.map((right) => [...left, ...right]))).anyOf;
  const minimal: (readonly string[])[] = [];
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (!minimal.some((smaller) => smaller.every((name) => set.includes(name)))) minimal.push(set);
  }
  return minimal;
}
