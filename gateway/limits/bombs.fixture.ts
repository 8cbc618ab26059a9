import { buildSchema, parse } from 'graphql';
import type { TypeWeights } from '#gateway/limits/cost.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';

const SIX = ['A', 'B', 'C', 'D', 'E', 'F'];
const JOINED = '@join__type(graph: ONE) @join__type(graph: TWO) @join__type(graph: THREE, key: "id")';

/** The shape of TRAPS: an interface with six implementors, each in three subgraphs; one object type that refers to itself; a union. */
export const WEIGHTS = typeWeights(
  buildSchema(
    `directive @join__type(graph: join__Graph!, key: String) repeatable on OBJECT | INTERFACE | UNION
    enum join__Graph { ONE TWO THREE }
    type Query { node: Node, loop: Loop, loops(first: Int! = 20): [Loop!], other: Other, lone: Lone }
    type Mutation { touch: Loop }
    type Loop ${JOINED} { id: ID!, name: String, next: Loop, all: [Loop], of(first: Int): [Loop!]!, rows: [[Int!]!] }
    interface Node { id: ID!, name: String, node: Node }
    interface Lone { id: ID! }
    union Other = A | B
    ${SIX.map((type) => `type ${type} implements Node ${JOINED} { id: ID!, name: String, node: Node, loop: Loop }`).join('\n')}`,
  ),
);

/** The same, and how often it was asked: once for each field with a selection, so it is a measure of the work. */
export function counted(weights: TypeWeights): TypeWeights & { readonly asked: number } {
  let asked = 0;
  const counting =
    <Arguments extends unknown[], Result>(of: (...given: Arguments) => Result) =>
    (...given: Arguments) => {
      asked += 1;
      return of(...given);
    };
  return {
    rootType: weights.rootType,
    fieldType: counting(weights.fieldType),
    ways: counting(weights.ways),
    listSize: weights.listSize,
    get asked() {
      return asked;
    },
  };
}

export const document = (text: string) => parse(text);

/** Fields nested one in another: `levels` of them. */
export const nested = (field: string, levels: number) =>
  `${`${field} { `.repeat(levels - 1)}id${' }'.repeat(levels - 1)}`;

/** Fragments, each of which selects the next one in two ways: 2^levels fields. */
export function doubling(levels: number, twice: (next: string) => string): string {
  const names = Array.from({ length: levels }, (_, level) => `F${level}`);
  const fragments = names.map((name, level) => `fragment ${name} on Loop{${twice(`...F${level + 1}`)}}`);
  return `{loop{...F0}}${fragments.join('')}fragment F${levels} on Loop{id}`;
}
