import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

/** One `@link` of the supergraph's schema definition. */
export interface Link {
  /** The url without its version, as `https://specs.apollo.dev/policy`. */
  readonly identity: string;
  /** As `v0.1`. */
  readonly version: string;
  /** What stands before `__` in the feature's names, and the name of its main directive: `as:`, else the last word of the identity. */
  readonly prefix: string;
  /** Name in the feature to name in the supergraph; names of directives keep their `@`. */
  readonly imports: ReadonlyMap<string, string>;
  /** `SECURITY`, `EXECUTION` or null. */
  readonly purpose: string | null;
  readonly node: ConstDirectiveNode;
}

const LINK_IDENTITY = 'https://specs.apollo.dev/link';

/**
 * Reads the links out of all directives of the schema definition and its extensions.
 * The directive that links is itself found by its link, as it may be renamed.
 *
 * @throws SupergraphRefused where there is no link, two of one feature, or one that cannot be read
 * @see https://specs.apollo.dev/link/v1.0
 */
export function readLinks(schemaDirectives: readonly ConstDirectiveNode[]): readonly Link[] {
  const bootstraps = schemaDirectives.filter(isBootstrap);
  const [bootstrap] = bootstraps;
  if (bootstrap === undefined || bootstraps.length > 1) {
    throw new SupergraphRefused(
      '文件不是 Federation 2 的超图：schema 上必须恰有一个指向 https://specs.apollo.dev/link/v1.0 的 @link。',
      'The file is no Federation 2 supergraph: its schema must carry exactly one @link to https://specs.apollo.dev/link/v1.0.',
    );
  }
  const links = schemaDirectives.filter(({ name }) => name.value === bootstrap.name.value).map(readLink);
  const seen = new Set<string>();
  for (const { identity } of links) {
    if (seen.has(identity)) {
      throw new SupergraphRefused(`超图重复链接了 ${identity}。`, `The supergraph links ${identity} twice.`);
    }
    seen.add(identity);
  }
  return links;
}

function isBootstrap(directive: ConstDirectiveNode): boolean {
  const url = argument(directive, 'url');
  if (url?.kind !== 'StringValue') return false;
  const parsed = parseUrl(url.value);
  if (parsed?.identity !== LINK_IDENTITY || parsed.version !== 'v1.0') return false;
  const as = argument(directive, 'as');
  return directive.name.value === (as?.kind === 'StringValue' ? as.value : 'link');
}

function readLink(node: ConstDirectiveNode): Link {
  const url = argument(node, 'url');
  const parsed = url?.kind === 'StringValue' ? parseUrl(url.value) : null;
  if (parsed === null) throw unreadable(node);
  return {
    identity: parsed.identity,
    version: parsed.version,
    prefix: optional(node, 'as', 'StringValue') ?? parsed.name,
    imports: readImports(node),
    purpose: optional(node, 'for', 'EnumValue'),
    node,
  };
}

function readImports(node: ConstDirectiveNode): Map<string, string> {
  const value = argument(node, 'import');
  const entries = value === undefined ? [] : value.kind === 'ListValue' ? value.values : [value];
  const imports = new Map<string, string>();
  for (const entry of entries) {
    const [name, as] = readImport(node, entry);
    if (name.startsWith('@') !== as.startsWith('@') || imports.has(name)) throw unreadable(node);
    imports.set(name, as);
  }
  return imports;
}

function readImport(node: ConstDirectiveNode, entry: ConstValueNode): [name: string, as: string] {
  if (entry.kind === 'StringValue') return [entry.value, entry.value];
  if (entry.kind !== 'ObjectValue') throw unreadable(node);
  let name: string | undefined;
  let as: string | undefined;
  for (const field of entry.fields) {
    if (field.value.kind !== 'StringValue') throw unreadable(node);
    if (field.name.value === 'name') name = field.value.value;
    else if (field.name.value === 'as') as = field.value.value;
    else throw unreadable(node);
  }
  if (name === undefined) throw unreadable(node);
  return [name, as ?? name];
}

/** Splits a feature's url; null where it has no path or no version of the form `v1.2`. */
function parseUrl(text: string): { identity: string; name: string; version: string } | null {
  const url = URL.parse(text);
  if (url === null) return null;
  const path = url.pathname.split('/');
  const version = path.pop();
  const name = path.at(-1);
  if (version === undefined || !/^v\d+\.\d+$/.test(version) || !name) return null;
  return { identity: `${url.protocol}//${url.host}${path.join('/')}`, name, version };
}

function optional(node: ConstDirectiveNode, name: string, kind: 'StringValue' | 'EnumValue'): string | null {
  const value = argument(node, name);
  if (value === undefined) return null;
  if (value.kind !== kind) throw unreadable(node);
  return value.value;
}

/** The value of a directive's argument; an explicit null counts as left out. */
export function argument(node: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  const value = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value?.kind === 'NullValue' ? undefined : value;
}

function unreadable(node: ConstDirectiveNode): SupergraphRefused {
  const url = argument(node, 'url');
  const text = url?.kind === 'StringValue' ? url.value : '';
  return new SupergraphRefused(
    `超图中的 @link（${text}）无法读取。`,
    `The supergraph's @link to “${text}” cannot be read.`,
  );
}
