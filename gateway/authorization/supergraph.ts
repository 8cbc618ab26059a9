import { buildASTSchema, type DocumentNode, type GraphQLSchema, isInterfaceType, parse } from 'graphql';
import { readDeclared } from '#gateway/authorization/declared.ts';
import { isUnexplained, readDirectiveNames } from '#gateway/authorization/directive-names.ts';
import { joinOf } from '#gateway/authorization/join.ts';
import { readLinks } from '#gateway/authorization/links.ts';
import type { Requirement } from '#gateway/authorization/requirement.ts';
import { SelectionRequirements } from '#gateway/authorization/selection-requirements.ts';
import { checkPositions, stripProtection } from '#gateway/authorization/strip.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

/** What a composed supergraph demands of callers, and the copy of it that the planner loads. */
export interface ProtectedSupergraph {
  /** The supergraph without the three directives. `@apollo/gateway` refuses it with them, and enforces nothing without them. */
  readonly plannerSdl: string;
  readonly isAnythingProtected: boolean;
  /** What is demanded of whoever sees a value of this type; of an object type also its `__typename`. */
  ofType(type: string): Requirement;
  /** What is demanded of whoever selects this field of this object type; undefined where the supergraph has no such field. */
  ofField(object: string, field: string): Requirement | undefined;
  /** What is demanded of whoever selects on this abstract type, besides what its object types demand. */
  ofParent(type: string): Requirement;
  /**
   * Object types that some subgraph knows only as an `@interfaceObject`. The planner of 2.14 asks that subgraph for `__typename`
   * where it is selected plainly beside a field from there, and takes the name of the interface for an answer.
   */
  readonly misnamedTypes: ReadonlySet<string>;
}

/**
 * Reads what `@authenticated`, `@requiresScopes` and `@policy` protect in a Federation 2 supergraph.
 *
 * @throws SupergraphRefused, with one sentence, on everything that could not be enforced: an empty list of scopes, an unknown
 * version or an unknown feature `for: SECURITY`, a text that is no supergraph. The gateway must then not start.
 * @see https://specs.apollo.dev/link/v1.0
 */
export function readSupergraph(sdl: string): ProtectedSupergraph {
  const document = understood(() => parse(sdl));
  const links = readLinks(
    document.definitions.flatMap((each) =>
      each.kind === 'SchemaDefinition' || each.kind === 'SchemaExtension' ? (each.directives ?? []) : [],
    ),
  );
  const names = readDirectiveNames(links);
  checkPositions(document, names, (name) => isUnexplained(name, names, links));
  const schema = understood(() => buildSchema(document));
  const declared = readDeclared(schema, names);
  const join = joinOf(names.join);
  const derived = understood(() => new SelectionRequirements(schema, declared, join));
  return {
    plannerSdl: stripProtection(document, names),
    isAnythingProtected: declared.isAnything,
    ofType: declared.ofType,
    ofField: (object, field) => derived.ofField(object, field),
    ofParent: (type) => derived.ofParent(type),
    misnamedTypes: new Set(
      Object.values(schema.getTypeMap())
        .filter(isInterfaceType)
        .filter(join.isInterfaceObject)
        .flatMap((type) => schema.getPossibleTypes(type).map(({ name }) => name)),
    ),
  };
}

function buildSchema(document: DocumentNode): GraphQLSchema {
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}

function understood<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof SupergraphRefused) throw error;
    throw new SupergraphRefused(
      '超图文件无法读取，因此不启动。',
      'The supergraph cannot be read, so the gateway does not start.',
      {
        cause: error,
      },
    );
  }
}
