import { createHash, timingSafeEqual } from 'node:crypto';

/** 查询码 of a ticket: whoever gives it may see the ticket. It can be compared and not read: no log, error or JSON can show it. */
export class QueryCode {
  readonly #digest: Buffer;

  constructor(code: string) {
    this.#digest = digestOf(code);
  }

  /** Whether `given` is the code, in a time that does not depend on how much of it is right. */
  matches(given: string): boolean {
    return timingSafeEqual(this.#digest, digestOf(given));
  }
}

function digestOf(code: string): Buffer {
  return createHash('sm3').update(code).digest();
}
