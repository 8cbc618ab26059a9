import type { Frame, Start } from '#adapters/soap/read/frame.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING } from '#adapters/soap/schema/names.ts';
import type { XmlHandler } from '#adapters/soap/xml/reader.ts';

/** An element as it stands in the message. Only RPC/encoded needs this: what a reference refers to may come after it. */
export interface TreeNode extends Start {
  readonly content: readonly (string | TreeNode)[];
}

/** By id; `null` where two elements have one. */
export type Targets = Map<string, TreeNode | null>;

const isId = ({ namespace, name }: QName) => name === 'id' && (namespace === '' || namespace === SOAP_12_ENCODING);

/** Collects an element, and those in it that have an id; hands it to `done` when it has ended. */
export class TreeFrame implements Frame {
  readonly at = '';
  readonly #start: Start;
  readonly #targets: Targets;
  readonly #done: (node: TreeNode) => void;
  readonly #content: (string | TreeNode)[] = [];

  constructor(start: Start, done: (node: TreeNode) => void, targets: Targets = new Map()) {
    this.#start = start;
    this.#targets = targets;
    this.#done = done;
  }

  child(start: Start): Frame {
    return new TreeFrame(start, (node) => this.#content.push(node), this.#targets);
  }

  take(): void {}

  text(text: string): void {
    this.#content.push(text);
  }

  end(): undefined {
    const node = { ...this.#start, content: this.#content };
    const id = node.attributes.find(({ name }) => isId(name))?.value;
    if (id !== undefined) this.#targets.set(id, this.#targets.has(id) ? null : node);
    this.#done(node);
  }
}

/** What a reader would have said of it. */
export function retell(node: TreeNode, handler: XmlHandler): void {
  handler.open(node.name, node.attributes, node.resolve);
  for (const each of node.content) {
    if (typeof each === 'string') handler.text(each);
    else retell(each, handler);
  }
  handler.close();
}
