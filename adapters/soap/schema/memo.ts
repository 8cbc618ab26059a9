import type { SchemaNode } from '#adapters/soap/schema/node.ts';

const MAX_CHAIN = 50;

/** What each declaration becomes, read once; a chain of declarations that comes back to itself, or is endlessly long, is an error. */
export class Memo<T> {
  readonly #done = new Map<SchemaNode, T>();
  readonly #open = new Set<SchemaNode>();

  /** @param circle what to say where reading `node` needs `node` @throws WsdlError */
  of(node: SchemaNode, circle: string, read: () => T): T {
    const done = this.#done.get(node);
    if (done !== undefined) return done;
    if (this.#open.has(node)) throw node.fail(`${node}: ${circle}`);
    if (this.#open.size >= MAX_CHAIN)
      throw node.fail(`${node} stands at the end of more than ${MAX_CHAIN} declarations that build on one another`);
    this.#open.add(node);
    try {
      const value = read();
      this.#done.set(node, value);
      return value;
    } finally {
      this.#open.delete(node);
    }
  }
}
