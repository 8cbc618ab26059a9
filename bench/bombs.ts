import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** Small documents that keep a planner busy for seconds or exhaust its memory, over a supergraph in which they are valid. */

const THREE_SUBGRAPHS = ['one', 'two', 'three'].map((name) => ({
  name,
  url: 'http://127.0.0.1:9/graphql',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
    type Query { node: Node @shareable, start: Loop @shareable }
    type Loop @key(fields: "id") { id: ID! @shareable, next: Loop @shareable }
    interface Node { id: ID!, node: Node }
    ${['A', 'B', 'C', 'D', 'E', 'F'].map((type) => `type ${type} implements Node @key(fields: "id") { id: ID! @shareable, node: Node @shareable }`).join('\n')}
  `),
}));

export function bombSupergraph(): string {
  const { supergraphSdl, errors } = composeServices(THREE_SUBGRAPHS);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Fragments nested with two aliases a level: 2^levels fields. */
function nestedFragments(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Loop{a:next{...F${level + 1}}b:next{...F${level + 1}}}`,
  );
  return `{start{...F0}}${fragments.join('')}fragment F${levels} on Loop{id}`;
}

/** Interface fields, each of which can be fetched from three subgraphs for six implementors. */
function nestedInterfaces(depth: number): string {
  return `{${'node{...on Node{'.repeat(depth)}id${'}}'.repeat(depth)}}`;
}

/** Fragments that only spread each other twice. */
function doubledSpreads(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment G${level} on Loop{...G${level + 1}...G${level + 1}}`,
  );
  return `{start{...G0}}${fragments.join('')}fragment G${levels} on Loop{id next{id}}`;
}

export const BOMBS: Readonly<Record<string, string>> = {
  'fragments, two aliases a level, 24 levels': nestedFragments(24),
  'interface fragments, 5 deep': nestedInterfaces(5),
  'fragments that double themselves, 60 levels': doubledSpreads(60),
  '5,000 aliases': `{${Array.from({ length: 5000 }, (_, index) => `a${index}:__typename `).join('')}}`,
  '10,000 tokens': `{${'__typename '.repeat(10_000)}}`,
};
