import type { Declarations } from '#adapters/soap/schema/declarations.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';

const MAX_CHAIN = 50;

/** Which element may stand in for which (part 1 §3.3.6). */
export class Substitutions {
  readonly #declarations: Declarations;
  #direct: Map<SchemaNode, SchemaNode[]> | undefined;

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** The head of its group; none for most. @throws WsdlError where the heads do not come to an end */
  headOf(node: SchemaNode): SchemaNode | undefined {
    const head = this.#next(node);
    let at = head;
    for (let count = 0; at; count += 1) {
      if (at === node || count > MAX_CHAIN) {
        throw node.fail(`the substitution groups from ${node} on lead in a circle, or through too many elements`);
      }
      at = this.#next(at);
    }
    return head;
  }

  /** All elements whose heads lead to this one. */
  membersOf(head: SchemaNode): readonly SchemaNode[] {
    this.#direct ??= this.#index();
    return (this.#direct.get(head) ?? []).flatMap((member) => [member, ...this.membersOf(member)]);
  }

  #next(node: SchemaNode): SchemaNode | undefined {
    const name = node.reference('substitutionGroup');
    if (!name) return undefined;
    const head = this.#declarations.find('element', name);
    if (!head)
      throw node.fail(`the head of the substitution group is missing: ${this.#declarations.missing('element', name)}`);
    return head;
  }

  #index(): Map<SchemaNode, SchemaNode[]> {
    const members = new Map<SchemaNode, SchemaNode[]>();
    for (const node of this.#declarations.all('element').values()) {
      const head = this.headOf(node);
      if (!head) continue;
      const others = members.get(head);
      if (others) others.push(node);
      else members.set(head, [node]);
    }
    return members;
  }
}
