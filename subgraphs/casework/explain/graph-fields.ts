import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

const SCHEMA = join(import.meta.dirname, '..', '..', '..', 'schema');

/** The fields of the composed graph, by coordinate (`Type.field`): what an officer can ask to have explained. */
export interface GraphFields {
  has(coordinate: string): boolean;
  /** The fields whose value is of the type to which this one belongs: the ways to it. */
  waysTo(coordinate: string): readonly string[];
  /** The fields that a document asks for, each once. @throws GraphError BAD_USER_INPUT where it is none of this graph */
  inDocument(document: string): readonly string[];
}

let known: GraphFields | undefined;

/** Those of our own graph; read at the first question, since the file is made from these very modules. */
export function graphFields(): GraphFields {
  known ??= readGraphFields(readFileSync(join(SCHEMA, 'generated', 'supergraph.graphql'), 'utf8'));
  return known;
}

export function readGraphFields(supergraph: string): GraphFields {
  const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
  const ways = new Map<string, string[]>();
  const coordinates = new Set<string>();
  for (const [coordinate, type] of fieldsOf(schema)) {
    coordinates.add(coordinate);
    ways.set(type.name, [...(ways.get(type.name) ?? []), coordinate]);
  }
  const has = (coordinate: string) => coordinates.has(coordinate);
  return {
    has,
    waysTo: (coordinate) => ways.get(coordinate.split('.')[0] ?? '') ?? [],
    inDocument(text) {
      const asked = coordinatesIn(schema, parsed(text));
      if (asked.length === 0 || !asked.every(has)) throw notOfThisGraph();
      return asked;
    },
  };
}

/** What subgraphs tell each other is no field of the graph. */
function* fieldsOf(schema: GraphQLSchema): Generator<readonly [coordinate: string, type: GraphQLNamedType]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isAskable(field)) yield [`${type.name}.${field.name}`, getNamedType(field.type)];
  }
}

function isAskable({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.every(({ name }) => name.value !== 'inaccessible') ?? true;
}

function coordinatesIn(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const asked = new Set<string>();
  const types = new TypeInfo(schema);
  const field = ({ name: { value: name } }: { readonly name: { readonly value: string } }) => {
    if (!name.startsWith('__')) asked.add(`${types.getParentType()?.name}.${name}`);
  };
  visit(document, visitWithTypeInfo(types, { [Kind.FIELD]: field }));
  return [...asked];
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: 4000 });
  } catch {
    throw notOfThisGraph();
  }
}

function notOfThisGraph(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: '参数 operation 不是本图的查询：请给出文档全文。',
    en: 'The argument operation is not an operation of this graph: give the text of a document.',
  });
}
