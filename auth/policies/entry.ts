import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** The policy text cannot be used: the process must not start. The message names file and line. */
export class PolicyTextError extends Error {
  override readonly name = 'PolicyTextError';
}

/** One place in a policy text, read strictly: nothing is guessed, and whatever is not expected is refused with its line. */
export class Entry {
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #node: Node;

  private constructor(file: string, lines: LineCounter, node: Node) {
    this.#file = file;
    this.#lines = lines;
    this.#node = node;
  }

  /** @throws PolicyTextError for anything that is not one YAML 1.2 document without aliases */
  static parse(file: string, text: string): Entry {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, prettyErrors: false });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem)
      throw new PolicyTextError(
        `${file}:${lines.linePos(problem.pos[0]).line} 不是 YAML / is not YAML: ${problem.code}`,
      );
    if (document.contents === null) throw new PolicyTextError(`${file}:1 没有内容 / is empty`);
    return new Entry(file, lines, document.contents);
  }

  /** @throws PolicyTextError always: one sentence, with file and line */
  fail(zh: string, en: string): never {
    const { line } = this.#lines.linePos(this.#node.range?.[0] ?? 0);
    throw new PolicyTextError(`${this.#file}:${line} ${zh} / ${en}`);
  }

  /** The parts of a map whose keys are all known; every one of `required` must be there. */
  parts<Required extends string, Optional extends string = never>(
    required: readonly Required[],
    optional: readonly Optional[] = [],
  ): Readonly<Record<Required, Entry>> & Readonly<Partial<Record<Optional, Entry>>> {
    const found = new Map(this.entries());
    for (const [key, entry] of found)
      if (![...required, ...optional].some((known) => known === key))
        entry.fail(`不认识的键 ${key}`, `unknown key ${key}`);
    for (const key of required) if (!found.has(key)) this.fail(`缺少 ${key}`, `${key} is missing`);
    return Object.fromEntries(found) as Record<Required, Entry> & Partial<Record<Optional, Entry>>;
  }

  /** The keys and values of a map, in their order. */
  entries(): readonly (readonly [key: string, value: Entry])[] {
    const node = this.#node;
    if (!isMap(node)) return this.fail('应为键值', 'a map is expected');
    return node.items.map(({ key, value }) => {
      const name = this.#at(key, node).text();
      return [name, this.#at(value, isScalar(key) ? key : node)] as const;
    });
  }

  /** The items of a list, at least one. */
  items(): readonly Entry[] {
    const node = this.#node;
    if (!isSeq(node) || node.items.length === 0)
      return this.fail('应为非空列表', 'a list that is not empty is expected');
    return node.items.map((item) => this.#at(item, node));
  }

  get isList(): boolean {
    return isSeq(this.#node);
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  text(): string {
    const value = isScalar(this.#node) ? this.#node.value : null;
    return typeof value === 'string' && value !== '' ? value : this.fail('应为文字', 'text is expected');
  }

  flag(): boolean {
    const value = isScalar(this.#node) ? this.#node.value : null;
    return typeof value === 'boolean' ? value : this.fail('应为 true 或 false', 'true or false is expected');
  }

  /** A word out of these. */
  oneOf<Word extends string>(words: Iterable<Word>, zh: string, en: string): Word {
    const text = this.text();
    for (const word of words) if (word === text) return word;
    return this.fail(`${zh} ${text} 不存在`, `there is no ${en} ${text}`);
  }

  /** A list of such words, each once. */
  someOf<Word extends string>(words: Iterable<Word>, zh: string, en: string): readonly Word[] {
    const known = [...words];
    const seen = new Set<Word>();
    for (const item of this.items()) {
      const word = item.oneOf(known, zh, en);
      if (seen.has(word)) item.fail(`${word} 重复`, `${word} stands there twice`);
      seen.add(word);
    }
    return [...seen];
  }

  #at(node: unknown, parent: Node): Entry {
    const child = new Entry(this.#file, this.#lines, (node ?? parent) as Node);
    if (node === null || node === undefined) child.fail('没有值', 'there is no value');
    if (isAlias(node)) child.fail('不得引用别名', 'an alias may not be used');
    return child;
  }
}
