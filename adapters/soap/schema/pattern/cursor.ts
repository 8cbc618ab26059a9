/** What is wrong with a pattern. */
export class PatternError extends Error {}

/** Reads a pattern character by character, those beyond the BMP whole. */
export class Cursor {
  readonly #characters: readonly string[];
  #place = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  get isAtEnd(): boolean {
    return this.#place >= this.#characters.length;
  }

  /** `''` at the end. */
  peek(ahead = 0): string {
    return this.#characters[this.#place + ahead] ?? '';
  }

  /** @throws PatternError at the end */
  next(): string {
    const character = this.peek();
    if (character === '') throw new PatternError('it ends too early');
    this.#place += 1;
    return character;
  }

  take(character: string): boolean {
    const isThere = this.peek() === character;
    if (isThere) this.#place += 1;
    return isThere;
  }

  /** What stands before an end, which is passed over. @throws PatternError */
  upTo(end: string): string {
    let text = '';
    for (let character = this.next(); character !== end; character = this.next()) text += character;
    return text;
  }
}
