import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';
import { PUBLIC_SPECIFICATION } from '#subgraphs/kit/public-directive.ts';
import { lineOf, namesOf, protectionNames, type SchemaDocument } from './document.ts';
import type { RuleId, Violation } from './rules.ts';
import { type Applied, appliedDirectives } from './visit.ts';

/** How the demands of one document are written: in full form, nothing empty, by known policies. */
export function protectionViolations(document: SchemaDocument, policies: ReadonlySet<string>): Violation[] {
  const names = protectionNames(document);
  const demands = appliedDirectives(document.document).filter(({ node }) => names.has(node.name.value));
  const violation =
    (rule: RuleId) =>
    ({ node, coordinate }: Applied, detail = ''): Violation => ({
      path: document.path,
      line: lineOf(node),
      rule,
      what: `${coordinate} @${node.name.value}${detail}`,
    });
  const lists = demands.filter(({ node }) => names.get(node.name.value) !== 'authenticated');
  return [
    ...lists.filter(({ node }) => isEmpty(listOf(node))).map((each) => violation('empty-list')(each)),
    ...lists
      .filter(({ node }) => !isEmpty(listOf(node)) && !isFullForm(listOf(node)))
      .map((each) => violation('short-form')(each)),
    ...lists
      .filter(({ node }) => names.get(node.name.value) === 'policy')
      .flatMap((each) =>
        namesIn(listOf(each.node))
          .filter((name) => !policies.has(name))
          .map((name) => violation('unknown-policy')(each, ` ${name}`)),
      ),
  ];
}

/** What our `@public` is called in this document. */
export function publicNames(document: SchemaDocument): ReadonlySet<string> {
  return new Set(namesOf(document, PUBLIC_SPECIFICATION.replace(/\/v[^/]*$/, ''), 'public'));
}

function listOf(node: ConstDirectiveNode): ConstValueNode | undefined {
  return node.arguments?.find(({ name }) => name.value === 'scopes' || name.value === 'policies')?.value;
}

/** `[]`, `[[]]`, `[["a"], []]`, `""`, null, or nothing at all. */
function isEmpty(value: ConstValueNode | undefined): boolean {
  if (value === undefined || value.kind === Kind.NULL) return true;
  if (value.kind === Kind.STRING) return value.value.trim() === '';
  return value.kind === Kind.LIST && (value.values.length === 0 || value.values.some(isEmpty));
}

/** `[["a", "b"], ["c"]]`, and nothing shorter. */
function isFullForm(value: ConstValueNode | undefined): boolean {
  const isList = (each: ConstValueNode | undefined) => (each?.kind === Kind.LIST ? each.values : null);
  return isList(value)?.every((set) => isList(set)?.every((name) => name.kind === Kind.STRING) === true) === true;
}

function namesIn(value: ConstValueNode | undefined): readonly string[] {
  if (value?.kind === Kind.STRING) return [value.value];
  return value?.kind === Kind.LIST ? value.values.flatMap(namesIn) : [];
}
