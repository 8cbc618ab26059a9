import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** A place in an operation where fields are selected: the type they are selected on, and which object types can be met there. */
export interface Scope {
  readonly type: GraphQLCompositeType;
  /** Sorted. Empty where fragments exclude each other: nothing below is ever reached. */
  readonly objects: readonly string[];
}

/** Gives the scopes of one operation, each of them once, so that verdicts can be kept by scope. */
export class Scopes {
  readonly #schema: GraphQLSchema;
  readonly #byKey = new Map<string, Scope>();
  readonly #narrowed = new Map<Scope, Map<GraphQLCompositeType, Scope>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Where a field returns this type. */
  of(type: GraphQLCompositeType): Scope {
    return this.#scope(type, this.#objectsOf(type));
  }

  /** Where a fragment on this type stands in a scope: the object types that can be met shrink, and never grow again. */
  narrow(scope: Scope, type: GraphQLCompositeType): Scope {
    const ofScope = this.#narrowed.get(scope) ?? new Map<GraphQLCompositeType, Scope>();
    this.#narrowed.set(scope, ofScope);
    const narrowed = ofScope.get(type) ?? this.#intersect(scope, type);
    ofScope.set(type, narrowed);
    return narrowed;
  }

  #intersect(scope: Scope, type: GraphQLCompositeType): Scope {
    const within = new Set(this.#objectsOf(type));
    return this.#scope(
      type,
      scope.objects.filter((object) => within.has(object)),
    );
  }

  #objectsOf(type: GraphQLCompositeType): readonly string[] {
    if (isObjectType(type)) return [type.name];
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type).map(({ name }) => name) : [];
  }

  #scope(type: GraphQLCompositeType, objects: readonly string[]): Scope {
    const sorted = [...objects].sort();
    const key = [type.name, ...sorted].join();
    const scope = this.#byKey.get(key) ?? { type, objects: sorted };
    this.#byKey.set(key, scope);
    return scope;
  }
}
