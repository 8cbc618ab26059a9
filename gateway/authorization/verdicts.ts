import { isIntrospectionType } from 'graphql';
import type { Clause, Requirement } from '#gateway/authorization/requirement.ts';
import type { Rights } from '#gateway/authorization/rights.ts';
import type { Scope } from '#gateway/authorization/scope.ts';
import type { ProtectedSupergraph } from '#gateway/authorization/supergraph.ts';

/** Whether a field may be selected in a scope. */
export interface Verdict {
  /** Coordinates (`Type.field`) of all object types of the scope. */
  readonly coordinates: readonly string[];
  /** Those of them that are refused. The field may be selected if there are none. */
  readonly refused: readonly string[];
  /** The policies by which it is permitted. */
  readonly policies: readonly string[];
}

/** The policies by which something is permitted, or null where it is not. */
export type Permission = readonly string[] | null;

/** What one caller may select. Each question is answered once. */
export class Verdicts {
  readonly #supergraph: ProtectedSupergraph;
  readonly #rights: Rights;
  readonly #scopes = new Map<string, boolean>();
  readonly #policies = new Map<string, Permission>();
  readonly #types = new Map<string, Permission>();
  readonly #fields = new Map<Scope, Map<string, Verdict>>();

  constructor(supergraph: ProtectedSupergraph, rights: Rights) {
    this.#supergraph = supergraph;
    this.#rights = rights;
  }

  /** Whether a value of this type may be seen, or given. */
  type(name: string): Permission {
    let permission = this.#types.get(name);
    if (permission === undefined) {
      permission = this.#satisfies(this.#supergraph.ofType(name));
      this.#types.set(name, permission);
    }
    return permission;
  }

  field(scope: Scope, name: string): Verdict {
    const ofScope = this.#fields.get(scope) ?? new Map<string, Verdict>();
    this.#fields.set(scope, ofScope);
    const verdict = ofScope.get(name) ?? this.#judge(scope, name);
    ofScope.set(name, verdict);
    return verdict;
  }

  #judge({ type, objects }: Scope, name: string): Verdict {
    if (isIntrospectionType(type)) return { coordinates: [], refused: [], policies: [] };
    const onParent = this.#satisfies(this.#supergraph.ofParent(type.name));
    const coordinates: string[] = [];
    const refused: string[] = [];
    const policies = new Set(onParent);
    for (const object of objects) {
      const coordinate = `${object}.${name}`;
      coordinates.push(coordinate);
      const permission = onParent && this.#permission(object, name);
      if (permission === null) refused.push(coordinate);
      else for (const policy of permission) policies.add(policy);
    }
    return { coordinates, refused, policies: [...policies] };
  }

  #permission(object: string, field: string): Permission {
    // The three fields that every schema has: they show the object's type, or start at the root.
    if (field === '__typename' || field === '__schema' || field === '__type') return this.type(object);
    const requirement = this.#supergraph.ofField(object, field);
    return requirement === undefined ? null : this.#satisfies(requirement);
  }

  #satisfies({ authenticated, scopes, policies }: Requirement): Permission {
    if (authenticated && this.#rights.authenticated !== true) return null;
    if (!scopes.every((clause) => this.#holdsScopes(clause))) return null;
    const held = policies.map((clause) => this.#heldPolicies(clause));
    return held.includes(null) ? null : held.flatMap((set) => set ?? []);
  }

  #holdsScopes({ key, anyOf }: Clause): boolean {
    let holds = this.#scopes.get(key);
    if (holds === undefined) {
      holds = anyOf.some((set) => set.every((scope) => this.#rights.scopes.has(scope)));
      this.#scopes.set(key, holds);
    }
    return holds;
  }

  #heldPolicies({ key, anyOf }: Clause): Permission {
    let held = this.#policies.get(key);
    if (held === undefined) {
      held = anyOf.find((set) => set.every((policy) => this.#rights.policies.has(policy) === true)) ?? null;
      this.#policies.set(key, held);
    }
    return held;
  }
}
