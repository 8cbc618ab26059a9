import type { DirectiveNode } from 'graphql';
import type { Link } from '#gateway/authorization/links.ts';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';

/** What a directive may demand, by its name in Apollo's specification. */
export type Protection = 'authenticated' | 'requiresScopes' | 'policy';

/** How this supergraph spells the three features. */
export interface DirectiveNames {
  /** Name in the supergraph, without `@`, to what it demands. */
  readonly directives: ReadonlyMap<string, Protection>;
  /** The features' own scalars. */
  readonly scalars: ReadonlySet<string>;
  /** The links that bring the features in. */
  readonly links: ReadonlySet<DirectiveNode>;
  /** What stands before `__` in the names of the join feature. */
  readonly join: string;
}

const SPECS = 'https://specs.apollo.dev/';
const VERSION = 'v0.1';
const SCALARS: Readonly<Record<Protection, string | null>> = {
  authenticated: null,
  requiresScopes: 'Scope',
  policy: 'Policy',
};
const PROTECTIONS: ReadonlyMap<string, Protection> = new Map(
  (['authenticated', 'requiresScopes', 'policy'] as const).map((protection) => [`${SPECS}${protection}`, protection]),
);
/** Features `for: SECURITY` that the planner enforces itself. `@context` is not among them: the planner's executor cannot pass contexts on. */
const ENFORCED_BY_PLANNER = new Map([[`${SPECS}inaccessible`, new Set(['v0.1', 'v0.2'])]]);

/**
 * Finds what the supergraph calls the three directives. Nothing but a link decides: a team's own `@authenticated`
 * means nothing here, and two directives may have changed their names with each other.
 *
 * @throws SupergraphRefused on an unknown version, another feature `for: SECURITY`, or names that can be read in two ways
 */
export function readDirectiveNames(links: readonly Link[]): DirectiveNames {
  const directives = new Map<string, Protection>();
  const scalars = new Set<string>();
  const nodes = new Set<DirectiveNode>();
  for (const link of links) {
    const protection = PROTECTIONS.get(link.identity);
    if (protection === undefined) {
      refuseUnenforced(link);
      continue;
    }
    if (link.version !== VERSION) throw unknownFeature(link);
    const scalar = SCALARS[protection];
    for (const name of link.imports.keys()) {
      if (name !== `@${protection}` && name !== scalar) throw unknownFeature(link);
    }
    const main = link.imports.get(`@${protection}`)?.slice(1) ?? link.prefix;
    for (const name of [main, `${link.prefix}__${protection}`]) {
      if (directives.has(name) || links.some((other) => other !== link && claims(other, name))) throw ambiguous(name);
      directives.set(name, protection);
    }
    if (scalar !== null) scalars.add(link.imports.get(scalar) ?? `${link.prefix}__${scalar}`);
    nodes.add(link.node);
  }
  return { directives, scalars, links: nodes, join: joinPrefix(links) };
}

/**
 * Whether a directive that no link explains bears the name of a feature that is not linked. Composition never writes
 * that; whoever wrote it probably meant the protection.
 */
export function isUnexplained(directive: string, names: DirectiveNames, links: readonly Link[]): boolean {
  const protection = PROTECTIONS.get(`${SPECS}${directive}`);
  return (
    protection !== undefined &&
    ![...names.directives.values()].includes(protection) &&
    !links.some((link) => claims(link, directive))
  );
}

/** Whether a link gives this name (without `@`) to a directive of its own. */
function claims(link: Link, directive: string): boolean {
  const main = `@${link.identity.slice(link.identity.lastIndexOf('/') + 1)}`;
  return (
    [...link.imports.values()].includes(`@${directive}`) ||
    directive.startsWith(`${link.prefix}__`) ||
    (directive === link.prefix && !link.imports.has(main))
  );
}

function joinPrefix(links: readonly Link[]): string {
  const join = links.find(({ identity }) => identity === `${SPECS}join`);
  if (join === undefined || join.imports.size > 0) {
    throw new SupergraphRefused(
      '文件不是 Federation 2 的超图：没有可读的 join 规范链接。',
      'The file is no Federation 2 supergraph: it has no link to the join specification that can be read.',
    );
  }
  return join.prefix;
}

function refuseUnenforced(link: Link): void {
  const isUnenforced =
    link.purpose === 'SECURITY' && ENFORCED_BY_PLANNER.get(link.identity)?.has(link.version) !== true;
  if (isUnenforced || link.identity === `${SPECS}context` || link.identity === `${SPECS}federation`)
    throw unknownFeature(link);
}

function unknownFeature({ identity, version }: Link): SupergraphRefused {
  return new SupergraphRefused(
    `超图使用了本网关无法执行的安全特性 ${identity}/${version}，因此不启动。`,
    `The supergraph uses the security feature ${identity}/${version}, which this gateway cannot enforce, so it does not start.`,
  );
}

function ambiguous(name: string): SupergraphRefused {
  return new SupergraphRefused(
    `超图中的 @${name} 同时属于两个 @link，含义不明。`,
    `Two links of the supergraph claim the name @${name}: its meaning is not clear.`,
  );
}
