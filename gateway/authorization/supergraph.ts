import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
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
  const derived = understood(() => new SelectionRequirements(schema, declared, joinOf(names.join)));
  return {
    plannerSdl: stripProtection(document, names),
    isAnythingProtected: declared.isAnything,
    ofType: declared.ofType,
    ofField: (object, field) => derived.ofField(object, field),
    ofParent: (type) => derived.ofParent(type),
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
