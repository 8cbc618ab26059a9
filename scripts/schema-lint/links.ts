import { type ConstDirectiveNode, type DirectiveDefinitionNode, Kind, specifiedDirectives } from 'graphql';
import type { Link } from '#gateway/authorization/links.ts';
import { NEWEST_FEDERATION } from './allowed.ts';
import {
  federationNames,
  isSpecified,
  lineOf,
  PROTECTIONS,
  protectionNames,
  type SchemaDocument,
  schemaDirectives,
  specification,
} from './document.ts';
import type { RuleId, Violation } from './rules.ts';
import { textArgument } from './visit.ts';

/** What a subgraph links and declares. */
export function linkViolations(document: SchemaDocument): Violation[] {
  const at = (node: ConstDirectiveNode | DirectiveDefinitionNode, rule: RuleId, what: string): Violation => ({
    path: document.path,
    line: lineOf(node),
    rule,
    what,
  });
  const { links } = document;
  const federation = links.find(({ identity }) => identity === specification('federation'));
  const itself = links.filter(({ identity }) => PROTECTIONS.some((each) => identity === specification(each)));
  return [
    ...(federation && isComposed(federation)
      ? []
      : [{ path: document.path, line: 1, rule: 'no-federation', what: document.name } as const]),
    ...itself.map(({ node, identity }) => at(node, 'links-protection-itself', identity)),
    ...undeclared(document).map((node) => at(node, 'undeclared-directive', `@${node.name.value}`)),
    ...misleading(document).map(({ node, name }) => at(node, 'misleading-name', `@${name}`)),
  ];
}

function isComposed({ version }: Link): boolean {
  const [, major, minor] = /^v(\d+)\.(\d+)$/.exec(version) ?? [];
  return Number(major) === 2 && Number(minor) <= NEWEST_FEDERATION;
}

/** Directives of the team's own on types and fields that composition would drop. */
function undeclared(document: SchemaDocument): readonly DirectiveDefinitionNode[] {
  const composed = new Set(
    schemaDirectives(document.document)
      .filter(({ name }) => federationNames(document, 'composeDirective').includes(name.value))
      .map((node) => textArgument(node, 'name')),
  );
  const isLinked = (name: string) =>
    document.links.some((link) => !isSpecified(link) && [...link.imports.values()].includes(`@${name}`));
  return definitions(document).filter(({ name, locations }) => {
    if (locations.every((location) => EXECUTABLE.has(location.value))) return false;
    return !(composed.has(`@${name.value}`) && isLinked(name.value));
  });
}

const EXECUTABLE: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

/** Definitions that are the team's own: not GraphQL's, and of no specification that is linked. */
function definitions(document: SchemaDocument): readonly DirectiveDefinitionNode[] {
  const specified = document.links.filter(isSpecified);
  const isSpecifications = (name: string) =>
    specifiedDirectives.some((each) => each.name === name) ||
    name === 'link' ||
    specified.some(
      ({ prefix, imports }) =>
        name === prefix || name.startsWith(`${prefix}__`) || [...imports.values()].includes(`@${name}`),
    );
  return document.document.definitions
    .filter((each) => each.kind === Kind.DIRECTIVE_DEFINITION)
    .filter(({ name }) => !isSpecifications(name.value));
}

/** Another directive under the name of a protection: imported so, or declared. */
function misleading(document: SchemaDocument) {
  const meant = protectionNames(document);
  const isMisleading = (name: string, of: string | undefined) =>
    PROTECTIONS.some((protection) => protection === name && protection !== of);
  const imported = document.links.flatMap(({ node, imports }) =>
    [...imports].flatMap(([, as]) => {
      const name = as.slice(1);
      return isMisleading(name, meant.get(name)) ? [{ node, name }] : [];
    }),
  );
  const declared = definitions(document).flatMap((node) =>
    isMisleading(node.name.value, meant.get(node.name.value)) ? [{ node, name: node.name.value }] : [],
  );
  const [first] = imported;
  return first ? imported : declared;
}
