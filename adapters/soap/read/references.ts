import type { Reading } from '#adapters/soap/read/reading.ts';
import type { ReplyLimits } from '#adapters/soap/read/reply.ts';
import type { Targets, TreeNode } from '#adapters/soap/read/tree.ts';
import { SOAP_12_ENCODING } from '#adapters/soap/schema/names.ts';

/** What an element weighs, in characters. */
const ELEMENT = 32;
/** Characters of a step. */
const STEP = 64 * 1024;

interface Open {
  readonly target: TreeNode;
  /** Its content that is left. */
  readonly left: Iterator<string | TreeNode>;
  /** Whether it has been told before, by itself or with what is around it. */
  readonly isAgain: boolean;
}

/**
 * The elements of a body told again with what they refer to in place of the references (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5). One that
 * is referred to often is told often, so what that adds is bounded: references to references, and to long texts, would grow without end.
 */
export class References {
  readonly #reading: Reading;
  readonly #limits: ReplyLimits;
  readonly #targets: Targets;
  /** The elements that are being told, the outermost first. */
  readonly #open: Open[] = [];
  /** What was referred to so far. */
  readonly #told = new Set<TreeNode>();
  #added = 0;
  #sinceStep = 0;

  constructor(reading: Reading, limits: ReplyLimits, targets: Targets) {
    this.#reading = reading;
    this.#limits = limits;
    this.#targets = targets;
  }

  /**
   * In steps of a few milliseconds, so that others may have their turn between them.
   * @throws LegacyFailure for a reference that leads nowhere, out of the message or back to where it stands
   */
  *tell(root: TreeNode): Generator<void, void> {
    this.#begin(root, false);
    for (let inner = this.#open.at(-1); inner; inner = this.#open.at(-1)) {
      const { done, value } = inner.left.next();
      if (done) this.#end();
      else if (typeof value === 'string') this.#text(value, inner.isAgain);
      else this.#begin(value, inner.isAgain);
      if (this.#sinceStep < STEP) continue;
      this.#sinceStep = 0;
      yield;
    }
  }

  #begin(node: TreeNode, isWithinAgain: boolean): void {
    const target = this.#targetOf(node);
    const isAgain = isWithinAgain || this.#told.has(target);
    if (target !== node) this.#told.add(target);
    this.#weigh(ELEMENT, isAgain);
    const isOpen = this.#open.some((outer) => outer.target === target);
    if (isOpen) throw this.#reading.failure('refers back to where it stands');
    if (this.#open.length >= this.#limits.depth) throw this.#reading.failure('refers to elements nested too deeply');
    this.#open.push({ target, left: target.content.values(), isAgain });
    this.#reading.open(node.name, target.attributes, target.resolve);
  }

  #text(text: string, isAgain: boolean): void {
    this.#weigh(text.length, isAgain);
    this.#reading.text(text);
  }

  #weigh(characters: number, isAgain: boolean): void {
    this.#sinceStep += characters;
    if (isAgain) this.#added += characters;
    if (this.#added > this.#limits.added) throw this.#reading.failure('refers to more than may be read');
  }

  #end(): void {
    this.#reading.close();
    this.#open.pop();
  }

  #targetOf(node: TreeNode): TreeNode {
    const seen = new Set<TreeNode>();
    let target = node;
    for (let id = referenceIn(target); id !== undefined; id = referenceIn(target)) {
      const found = this.#targets.get(id);
      if (found === undefined) throw this.#reading.failure('refers to nothing in the message');
      if (found === null) throw this.#reading.failure('refers to two elements');
      if (seen.has(found)) throw this.#reading.failure('refers back to where it stands');
      seen.add(found);
      target = found;
    }
    return target;
  }
}

/** The id that an element refers to; what leads out of the message is an id that nothing has. */
function referenceIn({ attributes }: TreeNode): string | undefined {
  for (const { name, value } of attributes) {
    if (name.namespace === '' && name.name === 'href') return value.startsWith('#') ? value.slice(1) : '\0';
    if (name.namespace === SOAP_12_ENCODING && name.name === 'ref') return value;
  }
  return undefined;
}
