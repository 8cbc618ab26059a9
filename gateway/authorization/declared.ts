import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type { DirectiveNames } from '#gateway/authorization/directive-names.ts';
import {
  allOf,
  type Clause,
  clause,
  isNothing,
  NOTHING,
  type Requirement,
} from '#gateway/authorization/requirement.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

/** What the directives of the supergraph say, element by element, nothing derived. */
export interface Declared {
  /** Of an object, interface, union, scalar or enum type. */
  ofType(name: string): Requirement;
  ofField(type: string, field: string): Requirement;
  readonly isAnything: boolean;
}

/** Reads every requirement that stands in the supergraph. @throws SupergraphRefused on one that cannot be read or would demand nothing. */
export function readDeclared(supergraph: GraphQLSchema, names: DirectiveNames): Declared {
  const types = new Map<string, Requirement>();
  const fields = new Map<string, Map<string, Requirement>>();
  let isAnything = false;
  const read = (nodes: Iterable<ConstDirectiveNode>, coordinate: string) => {
    const requirement = readRequirement(nodes, names, coordinate);
    isAnything ||= !isNothing(requirement);
    return requirement;
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    types.set(
      type.name,
      read(
        [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []),
        type.name,
      ),
    );
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const ofType = new Map<string, Requirement>();
    for (const field of Object.values(type.getFields())) {
      ofType.set(field.name, read(field.astNode?.directives ?? [], `${type.name}.${field.name}`));
    }
    fields.set(type.name, ofType);
  }
  return {
    ofType: (name) => types.get(name) ?? NOTHING,
    ofField: (type, field) => fields.get(type)?.get(field) ?? NOTHING,
    isAnything,
  };
}

function readRequirement(
  nodes: Iterable<ConstDirectiveNode>,
  { directives }: DirectiveNames,
  coordinate: string,
): Requirement {
  const parts: Requirement[] = [];
  for (const node of nodes) {
    switch (directives.get(node.name.value)) {
      case 'authenticated':
        if (node.arguments?.length) throw unreadable(node, coordinate);
        parts.push({ ...NOTHING, authenticated: true });
        break;
      case 'requiresScopes':
        parts.push({ ...NOTHING, scopes: [readClause(node, 'scopes', coordinate)] });
        break;
      case 'policy':
        parts.push({ ...NOTHING, policies: [readClause(node, 'policies', coordinate)] });
        break;
    }
  }
  return allOf(parts);
}

/**
 * Reads `scopes:` or `policies:` as GraphQL coerces a `[[Name!]!]!`: `"x"` is `[["x"]]`, `["x", "y"]` is `[["x"], ["y"]]`.
 * An empty list would demand nothing, and nothing must never mean open. A number or an object, which a scalar may be too, is no
 * name that a token could hold.
 */
function readClause(node: ConstDirectiveNode, argument: string, coordinate: string): Clause {
  const [given, ...more] = node.arguments ?? [];
  if (given?.name.value !== argument || more.length > 0) throw unreadable(node, coordinate);
  const items = (value: ConstValueNode) => (value.kind === Kind.LIST ? value.values : [value]);
  const anyOf = items(given.value).map((set) =>
    items(set).map((name) => (name.kind === Kind.STRING ? name.value : '')),
  );
  const isReadable = anyOf.length > 0 && anyOf.every((set) => set.length > 0 && !set.includes(''));
  if (!isReadable) throw unreadable(node, coordinate);
  return clause(anyOf);
}

function unreadable(node: ConstDirectiveNode, coordinate: string): SupergraphRefused {
  return new SupergraphRefused(
    `超图中 ${coordinate} 上的 @${node.name.value} 参数为空或无法读取，不能据此授权，因此不启动。`,
    `The arguments of @${node.name.value} on ${coordinate} are empty or cannot be read: nothing can be enforced from them, so the gateway does not start.`,
  );
}
