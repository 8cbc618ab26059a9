/**
 * The supergraph is written in a way that the gateway cannot enforce, so the gateway must not start.
 * The message is one sentence for the terminal, in Chinese and in English.
 */
export class SupergraphRefused extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.name = 'SupergraphRefused';
    this.zh = zh;
    this.en = en;
  }
}
