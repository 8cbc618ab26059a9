import type { FieldNode, GraphQLError, GraphQLField } from 'graphql';
import { forbidden } from '#gateway/authorization/forbidden.ts';
import type { GivenTypes } from '#gateway/authorization/given-types.ts';
import type { Scope } from '#gateway/authorization/scope.ts';
import type { Verdict, Verdicts } from '#gateway/authorization/verdicts.ts';

/** Where a selection stands, as response keys from the root. */
export interface Place {
  readonly parent: Place | null;
  readonly key: string;
  readonly node: FieldNode;
}

/** Judges the selections of one operation and keeps what was found. */
export class Findings {
  readonly #verdicts: Verdicts;
  readonly #given: GivenTypes;
  readonly #permitted = new Set<Verdict>();
  readonly #denied = new Set<Verdict>();
  readonly #givenBy = new Set<string>();
  readonly #refused: Place[] = [];

  constructor(verdicts: Verdicts, given: GivenTypes) {
    this.#verdicts = verdicts;
    this.#given = given;
  }

  /** Whether a field may be selected in a scope, with the arguments that it has there. */
  judge(place: Place, scope: Scope, definition: GraphQLField<unknown, unknown>): boolean {
    const verdict = this.#verdicts.field(scope, definition.name);
    const given = [...this.#given.of(definition, place.node)].map((type) => this.#verdicts.type(type));
    const isPermitted = verdict.refused.length === 0 && !given.includes(null);
    if (isPermitted) {
      this.#permitted.add(verdict);
      for (const policy of given.flatMap((policies) => policies ?? [])) this.#givenBy.add(policy);
    } else {
      this.#denied.add(verdict);
      this.#refused.push(place);
    }
    return isPermitted;
  }

  /** Whether an object of this type may be seen where a field of an abstract type returns it. */
  mayTurnUp(object: string): boolean {
    return this.#verdicts.type(object) !== null;
  }

  get isAnythingRefused(): boolean {
    return this.#refused.length > 0;
  }

  /** Coordinates (`Type.field`) that were permitted. */
  selected(): readonly string[] {
    return distinct([...this.#permitted].flatMap(({ coordinates }) => coordinates));
  }

  /** Coordinates that were refused; all of a scope where it was for an argument. */
  denied(): readonly string[] {
    return distinct(
      [...this.#denied].flatMap(({ refused, coordinates }) => (refused.length > 0 ? refused : coordinates)),
    );
  }

  /** The policies by which something was permitted. */
  policies(): ReadonlySet<string> {
    return new Set([...this.#givenBy, ...[...this.#permitted].flatMap(({ policies }) => policies)]);
  }

  /** FORBIDDEN for each of the uppermost refused selections, its path without list indexes. */
  errors(): readonly GraphQLError[] {
    const errors = new Map<string, GraphQLError>();
    for (const place of this.#refused) {
      const path: string[] = [];
      for (let each: Place | null = place; each !== null; each = each.parent) path.unshift(each.key);
      const key = JSON.stringify(path);
      if (!errors.has(key)) errors.set(key, forbidden(path));
    }
    return [...errors.values()];
  }
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
