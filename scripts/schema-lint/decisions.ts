import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
} from 'graphql';
import { isNothing } from '#gateway/authorization/requirement.ts';
import type { RuleId } from './rules.ts';
import type { SupergraphModel } from './supergraph-model.ts';

type Field = GraphQLField<unknown, unknown>;

/** What a rule finds in a supergraph: the place follows from the coordinate. */
export interface Finding {
  readonly rule: RuleId;
  readonly coordinate: string;
  /** @default the coordinate alone */
  readonly detail?: string;
}

/** Every object type and root field carries a decision: its own or its type's. An enum, a scalar or an input holds no record; the field that shows it decides. */
export function decisionFindings(model: SupergraphModel): Finding[] {
  return [...undecidedRoots(model), ...undecidedTypes(model), ...contradictions(model), ...secondPaths(model)];
}

function undecidedRoots(model: SupergraphModel): Finding[] {
  return model.roots.flatMap((root) =>
    Object.values(root.getFields())
      .filter((field) => !isDecidedType(model, root) && !isDecidedField(model, root, field))
      .map(({ name }) => ({ rule: 'no-decision', coordinate: `${root.name}.${name}` })),
  );
}

function undecidedTypes(model: SupergraphModel): Finding[] {
  return model.objects
    .filter((type) => !isDecidedType(model, type))
    .flatMap((type): Finding[] => {
      const fields = Object.values(type.getFields());
      const undecided = fields.filter((field) => !isDecidedField(model, type, field));
      if (undecided.length === fields.length) return [{ rule: 'no-decision', coordinate: type.name }];
      return undecided.map(({ name }) => ({ rule: 'no-decision', coordinate: `${type.name}.${name}` }));
    });
}

/** A field that adds a demand to its public type is none. */
function contradictions({ declared, isPublic, objects, roots }: SupergraphModel): Finding[] {
  return [...roots, ...objects].flatMap((type) => {
    const fields = Object.values(type.getFields()).filter(
      (field) => isPublic(field) && !isNothing(declared.ofField(type.name, field.name)),
    );
    const isWhole = isPublic(type) && !isNothing(declared.ofType(type.name));
    return [...(isWhole ? [type.name] : []), ...fields.map(({ name }) => `${type.name}.${name}`)].map(
      (coordinate): Finding => ({ rule: 'public-and-protected', coordinate }),
    );
  });
}

function isDecidedType({ declared, isPublic }: SupergraphModel, type: GraphQLNamedType): boolean {
  return isPublic(type) || !isNothing(declared.ofType(type.name));
}

/** By itself, or by its type: of an interface or union, by each of its object types. */
function isDecidedField(model: SupergraphModel, parent: GraphQLObjectType, field: Field): boolean {
  if (model.isPublic(field) || !isNothing(model.declared.ofField(parent.name, field.name))) return true;
  const type = getNamedType(field.type);
  if (isDecidedType(model, type)) return true;
  const objects = model.objectsOf(type);
  return objects.length > 0 && objects.every((object) => isDecidedType(model, object));
}

/** Types that a protected root field gives, and that somebody without any right comes to by other fields. */
function secondPaths(model: SupergraphModel): Finding[] {
  const open = reachedByAnybody(model);
  return model.roots.flatMap((root) =>
    Object.values(root.getFields()).flatMap((field): Finding[] => {
      const isProtected = !isNothing(model.declared.ofField(root.name, field.name));
      const paths = model.objectsOf(getNamedType(field.type)).flatMap(({ name }) => open.get(name) ?? []);
      const coordinate = `${root.name}.${field.name}`;
      return isProtected && paths.length > 0
        ? [{ rule: 'second-path', coordinate, detail: `by way of ${[...new Set(paths)].join(', ')}` }]
        : [];
    }),
  );
}

/** Object types that can be reached though nothing is held, each with the fields that lead there. */
function reachedByAnybody(model: SupergraphModel): ReadonlyMap<string, readonly string[]> {
  const { declared, enforced, objectsOf } = model;
  const reached = new Map<string, string[]>();
  const isOpen = (type: GraphQLNamedType) => isNothing(declared.ofType(type.name));
  const waiting: GraphQLObjectType[] = model.roots.filter(isOpen);
  const seen = new Set<GraphQLObjectType>(waiting);
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const field of Object.values(parent.getFields())) {
      const type = getNamedType(field.type);
      const demanded = enforced.ofField(parent.name, field.name);
      if (!isCompositeType(type) || demanded === undefined || !isNothing(demanded)) continue;
      for (const object of objectsOf(type).filter(isOpen)) {
        reached.set(object.name, [...(reached.get(object.name) ?? []), `${parent.name}.${field.name}`]);
        if (!seen.has(object)) waiting.push(object);
        seen.add(object);
      }
    }
  }
  return reached;
}
