import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, print, visit } from 'graphql';
import type { DirectiveNames } from '#gateway/authorization/directive-names.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

/** The supergraph without the protecting directives, their definitions, scalars and links: what `@apollo/gateway` loads. */
export function stripProtection(supergraph: DocumentNode, { directives, scalars, links }: DirectiveNames): string {
  const stripped = visit(supergraph, {
    Directive: (node) => (directives.has(node.name.value) || links.has(node) ? null : undefined),
    DirectiveDefinition: (node) => (directives.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (scalars.has(node.name.value) ? null : undefined),
  });
  return print(stripped);
}

const MAY_CARRY: ReadonlySet<string> = new Set<ASTNode['kind']>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.UNION_TYPE_EXTENSION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.FIELD_DEFINITION,
]);

/**
 * Looks at each directive in the supergraph once more.
 * @param isSuspect whether a directive that protects nothing bears a name that should
 * @throws SupergraphRefused on a protecting directive where its specification has none, or a suspect one
 */
export function checkPositions(
  supergraph: DocumentNode,
  { directives }: DirectiveNames,
  isSuspect: (name: string) => boolean,
): void {
  visit(supergraph, {
    Directive(node, _key, _parent, _path, ancestors) {
      const carrier = ancestors.findLast((ancestor): ancestor is ASTNode => !Array.isArray(ancestor));
      const isMisplaced = directives.has(node.name.value) && !MAY_CARRY.has(carrier?.kind ?? '');
      if (isMisplaced || isSuspect(node.name.value)) throw notUnderstood(node);
    },
  });
}

function notUnderstood({ name, loc }: DirectiveNode): SupergraphRefused {
  const line = loc?.startToken.line ?? 0;
  return new SupergraphRefused(
    `超图第 ${line} 行的 @${name.value} 无法确定含义（没有 @link，或位置不对），因此不启动。`,
    `What @${name.value} in line ${line} of the supergraph means cannot be told (no @link, or a wrong place), so the gateway does not start.`,
  );
}
