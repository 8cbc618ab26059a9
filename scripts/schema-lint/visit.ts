import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** A directive where it stands. */
export interface Applied {
  readonly node: ConstDirectiveNode;
  /** `Type`, `Type.field`, `Type.field(argument:)`, or `schema`. */
  readonly coordinate: string;
}

/** Every directive of the document with its place, those on the schema included. */
export function appliedDirectives(document: DocumentNode): readonly Applied[] {
  const applied: Applied[] = [];
  visit(document, {
    Directive(node, _key, _parent, _path, ancestors) {
      applied.push({ node: node as ConstDirectiveNode, coordinate: coordinateOf(ancestors) });
    },
  });
  return applied;
}

function coordinateOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  const named = ancestors.flatMap((each) => (isNode(each) && 'name' in each && each.name ? [each] : []));
  const [type, field, argument] = named.map((each) => ('name' in each ? each.name?.value : undefined));
  if (type === undefined) return 'schema';
  if (field === undefined) return named[0]?.kind === Kind.DIRECTIVE_DEFINITION ? `@${type}` : type;
  return argument === undefined ? `${type}.${field}` : `${type}.${field}(${argument}:)`;
}

function isNode(each: ASTNode | readonly ASTNode[]): each is ASTNode {
  return !Array.isArray(each);
}

/** The text of a directive's argument; `null` where it is none. */
export function textArgument(node: ConstDirectiveNode, name: string): string | null {
  const value = node.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : null;
}
