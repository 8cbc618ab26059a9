import {
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  parse,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
} from 'graphql';
import { type Link, readLinks } from '#gateway/authorization/links.ts';

export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** One file of SDL, and what its links call things. */
export interface SchemaDocument extends SchemaFile {
  /** The file's name without its ending: the subgraph's name. */
  readonly name: string;
  readonly document: DocumentNode;
  readonly links: readonly Link[];
  readonly isSupergraph: boolean;
}

const SPECIFICATIONS = 'https://specs.apollo.dev/';
const LINK = '@link(url: "https://specs.apollo.dev/link/v1.0")';

/** @throws Error where the file is no SDL, or its links cannot be read */
export function readDocument({ path, text }: SchemaFile): SchemaDocument {
  const document = parse(text);
  const links = readLinks(withLink(schemaDirectives(document)));
  const isSupergraph = links.some(({ identity }) => identity === `${SPECIFICATIONS}join`);
  const name = path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return { path, text, name, document, links, isSupergraph };
}

/** The directives that stand on the schema, which are the links among others. */
export function schemaDirectives({ definitions }: DocumentNode): readonly ConstDirectiveNode[] {
  return definitions.filter(isSchema).flatMap(({ directives = [] }) => directives);
}

/** What a feature of a specification is called in this document, without `@`; none where it is not linked. */
export function namesOf({ links }: SchemaDocument, identity: string, directive: string): readonly string[] {
  return links
    .filter((link) => link.identity === identity)
    .flatMap(({ imports, prefix }) => {
      const imported = imports.get(`@${directive}`)?.slice(1);
      const isMain = identity.endsWith(`/${directive}`);
      return [...(imported === undefined ? [] : [imported]), `${prefix}__${directive}`, ...(isMain ? [prefix] : [])];
    });
}

/** What one of federation's directives is called in a subgraph. */
export function federationNames(document: SchemaDocument, directive: string): readonly string[] {
  return namesOf(document, `${SPECIFICATIONS}federation`, directive);
}

export type Protection = 'authenticated' | 'requiresScopes' | 'policy';
export const PROTECTIONS: readonly Protection[] = ['authenticated', 'requiresScopes', 'policy'];

/** What the protections are called, in a subgraph and in a supergraph alike. */
export function protectionNames(document: SchemaDocument): ReadonlyMap<string, Protection> {
  return new Map(
    PROTECTIONS.flatMap((protection) =>
      [
        ...federationNames(document, protection),
        ...namesOf(document, `${SPECIFICATIONS}${protection}`, protection),
      ].map((name) => [name, protection] as const),
    ),
  );
}

export function isSpecified({ identity }: Link): boolean {
  return identity.startsWith(SPECIFICATIONS);
}

export function specification(name: string): string {
  return `${SPECIFICATIONS}${name}`;
}

export function lineOf(node: ASTNode): number {
  return node.loc?.startToken.line ?? 1;
}

/** A subgraph may link without linking the specification of `@link` first. */
function withLink(directives: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const isLinked = directives.some((node) => JSON.stringify(node.arguments ?? []).includes(specification('link/v')));
  const [definition] = parse(`extend schema ${LINK}`, { noLocation: true }).definitions;
  return isLinked || definition?.kind !== Kind.SCHEMA_EXTENSION
    ? directives
    : [...directives, ...(definition.directives ?? [])];
}

function isSchema(node: DefinitionNode): node is SchemaDefinitionNode | SchemaExtensionNode {
  return node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION;
}
