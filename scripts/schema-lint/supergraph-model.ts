import {
  buildASTSchema,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { type Declared, readDeclared } from '#gateway/authorization/declared.ts';
import { readDirectiveNames } from '#gateway/authorization/directive-names.ts';
import { type Join, joinOf } from '#gateway/authorization/join.ts';
import type { ProtectedSupergraph } from '#gateway/authorization/supergraph.ts';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import type { SchemaDocument } from './document.ts';
import { publicNames } from './protection.ts';

/** A supergraph as its decisions are looked at. */
export interface SupergraphModel {
  readonly schema: GraphQLSchema;
  readonly declared: Declared;
  readonly join: Join;
  /** What the gateway makes of it. */
  readonly enforced: ProtectedSupergraph;
  /** Whether a type, or a field, is public by decision. */
  isPublic(element: GraphQLNamedType | GraphQLField<unknown, unknown>): boolean;
  /** Object types of the teams, root types left out. */
  readonly objects: readonly GraphQLObjectType[];
  readonly roots: readonly GraphQLObjectType[];
  objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[];
}

/** @throws SupergraphRefused where the gateway would not start with it */
export function readModel(document: SchemaDocument): SupergraphModel {
  const enforced = readSupergraph(document.text);
  const names = readDirectiveNames(document.links);
  const schema = buildASTSchema(document.document, { assumeValid: true, assumeValidSDL: true });
  const publics = publicNames(document);
  const isPublic = (nodes: readonly ConstDirectiveNode[]) => nodes.some(({ name }) => publics.has(name.value));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(isObjectType);
  return {
    schema,
    declared: readDeclared(schema, names),
    join: joinOf(names.join),
    enforced,
    isPublic: (element) =>
      isPublic(
        [element.astNode, ...('extensionASTNodes' in element ? element.extensionASTNodes : [])].flatMap((node) =>
          node && 'directives' in node ? (node.directives ?? []) : [],
        ),
      ),
    objects: Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => !type.name.includes('__') && !roots.includes(type)),
    roots,
    objectsOf: (type) => {
      if (isObjectType(type)) return [type];
      return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    },
  };
}
