import type { BodyFrame } from '#adapters/soap/read/body-frame.ts';
import { type Frame, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import { References } from '#adapters/soap/read/references.ts';
import type { ReplyLimits } from '#adapters/soap/read/reply.ts';
import { type Targets, TreeFrame, type TreeNode } from '#adapters/soap/read/tree.ts';

/** A body of the SOAP encoding: collected whole, then told to the frame of an ordinary one with its references followed. */
export class EncodedBodyFrame implements Frame {
  readonly at = '';
  readonly #reading: Reading;
  readonly #body: BodyFrame;
  readonly #limits: ReplyLimits;
  readonly #roots: TreeNode[] = [];
  readonly #targets: Targets = new Map();

  constructor(reading: Reading, body: BodyFrame, limits: ReplyLimits) {
    this.#reading = reading;
    this.#body = body;
    this.#limits = limits;
  }

  child(start: Start): Frame {
    return new TreeFrame(start, (node) => this.#roots.push(node), this.#targets);
  }

  take(): void {}

  text(text: string): void {
    this.#body.text(text);
  }

  end(): undefined {}

  /** When the whole document is there. @throws LegacyFailure */
  *steps(): Generator<void, void> {
    const expected = this.#roots.filter(({ name }) => this.#body.isExpected(name));
    const references = new References(this.#reading, this.#limits, this.#targets);
    for (const frame of [{ ...SKIPPED, at: 'Body' }, this.#body]) this.#reading.begin(frame);
    // With none of them the first is told all the same: the body says what is wrong with it.
    for (const root of expected.length > 0 ? expected : this.#roots.slice(0, 1)) yield* references.tell(root);
  }
}
