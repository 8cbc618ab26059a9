import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { argument } from '#gateway/authorization/links.ts';

/** What the join directives of the supergraph say about where fields come from, as far as authorization needs it. */
export interface Join {
  /** What subgraphs must have been sent before they resolve the field (`@requires`); one selection a subgraph. */
  requires(field: GraphQLField<unknown, unknown>): readonly SelectionSetNode[];
  /** The same for a field of an interface, from subgraphs that see that interface as an `@interfaceObject` only. */
  requiresAsObject(type: GraphQLInterfaceType, field: GraphQLField<unknown, unknown>): readonly SelectionSetNode[];
  /** Whether some subgraph knows only the interface, as an object (`@interfaceObject`), and none of its implementors. */
  isInterfaceObject(type: GraphQLInterfaceType): boolean;
  /** Whether some subgraph resolves this field of an interface for all implementors at once (`@interfaceObject`). */
  isFromInterfaceObject(type: GraphQLInterfaceType, field: GraphQLField<unknown, unknown>): boolean;
}

/** @param prefix what stands before `__` in the names of the join directives */
export function joinOf(prefix: string): Join {
  const applied = (nodes: readonly ConstDirectiveNode[] | undefined, name: string) =>
    (nodes ?? []).filter((node) => node.name.value === `${prefix}__${name}`);
  const sources = (node: FieldDefinitionNode | null | undefined) => applied(node?.directives, 'field');
  const interfaceObjectGraphs = (type: GraphQLInterfaceType) =>
    new Set(
      [type.astNode, ...type.extensionASTNodes]
        .flatMap((node) => applied(node?.directives, 'type'))
        .filter((node) => booleanOf(node, 'isInterfaceObject'))
        .map((node) => textOf(node, 'graph')),
    );
  return {
    requires: (field) => sources(field.astNode).flatMap(readRequires),
    requiresAsObject(type, field) {
      const graphs = interfaceObjectGraphs(type);
      return sources(field.astNode)
        .filter((source) => graphs.has(textOf(source, 'graph')))
        .flatMap(readRequires);
    },
    isInterfaceObject: (type) => interfaceObjectGraphs(type).size > 0,
    isFromInterfaceObject(type, field) {
      const graphs = interfaceObjectGraphs(type);
      const given = sources(field.astNode);
      return graphs.size > 0 && (given.length === 0 || given.some((source) => graphs.has(textOf(source, 'graph'))));
    },
  };
}

function readRequires(source: ConstDirectiveNode): readonly SelectionSetNode[] {
  const text = textOf(source, 'requires');
  if (text === null) return [];
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  return definition?.kind === 'OperationDefinition' ? [definition.selectionSet] : [];
}

function textOf(node: ConstDirectiveNode, name: string): string | null {
  const value = argument(node, name);
  return value?.kind === 'StringValue' || value?.kind === 'EnumValue' ? value.value : null;
}

function booleanOf(node: ConstDirectiveNode, name: string): boolean {
  const value = argument(node, name);
  return value?.kind === 'BooleanValue' && value.value;
}
