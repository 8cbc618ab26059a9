/** So short a text is no secret, and part of many that are none. */
const SHORTEST = 4;
const BLANK = '***';

/** Blanks secrets out of whatever is printed: a system may send back what it was sent. */
export class Secrets {
  readonly #texts = new Set<string>();

  /** A password, in the forms in which it goes out: as it is, in XML, in JSON, in XML in JSON, and with its user as basic authentication has it. */
  add(user: string, password: string): void {
    const ampersands = password.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const brackets = ampersands.replace(/>/g, '&gt;');
    const basic = Buffer.from(`${user}:${password}`).toString('base64');
    for (const text of [password, ampersands, brackets, brackets.replace(/"/g, '&quot;'), basic])
      for (const form of [text, JSON.stringify(text).slice(1, -1)]) if (form.length >= SHORTEST) this.#texts.add(form);
  }

  blank(text: string): string {
    return [...this.#texts]
      .sort((one, other) => other.length - one.length)
      .reduce((blanked, secret) => blanked.replaceAll(secret, BLANK), text);
  }
}
