import { type ASTNode, Kind, type StringValueNode, visit } from 'graphql';
import { PERSON_FIRST } from './allowed.ts';
import type { Finding } from './decisions.ts';
import { isSpecified, type SchemaDocument } from './document.ts';
import type { SupergraphModel } from './supergraph-model.ts';

/** Brackets and figures may stand before the first letter, which is Chinese. */
const CHINESE_FIRST = /^[^\p{L}]*\p{Script=Han}/u;

/** Everything that a client sees is described, Chinese first: types, fields, arguments, values, directives of our own. */
export function descriptionFindings(document: SchemaDocument): Finding[] {
  const findings: Finding[] = [];
  const look = (coordinate: string, description: StringValueNode | undefined) => {
    if (!CHINESE_FIRST.test(description?.value ?? '')) findings.push({ rule: 'no-description', coordinate });
  };
  const own = new Set(
    document.links.filter((link) => !isSpecified(link)).flatMap(({ imports }) => [...imports.values()]),
  );
  visit(document.document, {
    enter(node, _key, _parent, _path, ancestors) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) {
        if (own.has(`@${node.name.value}`)) look(`@${node.name.value}`, node.description);
        return false;
      }
      if (!isDescribed(node)) return undefined;
      const parents = ancestors.flatMap((each) =>
        !Array.isArray(each) && 'name' in each && each.name ? [each.name.value] : [],
      );
      if ([...parents, node.name.value].some((name) => name.includes('__'))) return false;
      look([...parents, node.name.value].join('.'), node.description);
      return undefined;
    },
  });
  return findings;
}

const DESCRIBED = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
] as const;
type Described = Extract<ASTNode, { readonly kind: (typeof DESCRIBED)[number] }>;

function isDescribed(node: ASTNode): node is Described {
  return DESCRIBED.some((kind) => kind === node.kind);
}

/** Case first, never person first (DOMAIN 0.2). */
export function rootNameFindings({ roots }: SupergraphModel): Finding[] {
  return roots.flatMap((root) =>
    Object.keys(root.getFields())
      .filter((name) => PERSON_FIRST.test(name))
      .map((name) => ({ rule: 'person-first', coordinate: `${root.name}.${name}` })),
  );
}
