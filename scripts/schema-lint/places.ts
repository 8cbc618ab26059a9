import { type ASTNode, Kind } from 'graphql';
import { lineOf, type SchemaDocument } from './document.ts';

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Where a coordinate is defined first, in the files that were given: the subgraphs' before the supergraph's. */
export function placesOf(documents: readonly SchemaDocument[]): (coordinate: string) => Place | null {
  const places = new Map<string, Place>();
  const add = (coordinate: string, path: string, node: ASTNode, isBetter: boolean) => {
    if (isBetter && !places.has(coordinate)) places.set(coordinate, { path, line: lineOf(node) });
  };
  for (const described of [true, false]) {
    for (const { path, document } of documents) {
      for (const node of document.definitions) {
        if (!('name' in node) || !node.name) continue;
        const name = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value;
        // A type is described where it is at home; elsewhere it is a stub.
        add(name, path, node, !described || ('description' in node && node.description !== undefined));
        const members = 'fields' in node ? node.fields : 'values' in node ? node.values : [];
        for (const member of members ?? []) add(`${name}.${member.name.value}`, path, member, true);
      }
    }
  }
  return (coordinate) => places.get(coordinate) ?? places.get(coordinate.split('.').slice(0, 2).join('.')) ?? null;
}
