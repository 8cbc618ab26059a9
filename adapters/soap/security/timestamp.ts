import type { QName } from '#adapters/soap/schema/model.ts';
import { notSigned, WSU } from '#adapters/soap/security/signed-parts.ts';
import { type XmlHandler, XmlReader } from '#adapters/soap/xml/reader.ts';

/** How far two clocks may be apart. */
const SKEW_MS = 60_000;
/** What a reply lives where it does not say. */
const LIFE_MS = 300_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/**
 * WS-Security §10: created before now, expires after. @param xml the `wsu:Timestamp`, as it was signed
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID where it is not of now
 */
export function requireFresh(xml: string, now: number): void {
  const texts = new Texts();
  const reader = new XmlReader(texts);
  reader.write(xml);
  reader.end();
  const created = instant(texts.of('Created'));
  const expires = texts.has('Expires') ? instant(texts.of('Expires')) : created + LIFE_MS;
  const isFresh = created - SKEW_MS <= now && now <= expires + SKEW_MS;
  if (!isFresh) throw notSigned('it is not of now, or a clock is wrong');
}

function instant(text: string): number {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw notSigned('its timestamp cannot be read');
  return at;
}

/** The texts of a timestamp's own elements. */
class Texts implements XmlHandler {
  readonly #texts = new Map<string, string>();
  readonly #open: QName[] = [];

  open(name: QName): void {
    this.#open.push(name);
    if (this.#open.length === 2 && name.namespace === WSU) {
      if (this.#texts.has(name.name)) throw notSigned('its timestamp says two things');
      this.#texts.set(name.name, '');
    }
  }

  text(text: string): void {
    const name = this.#open.length === 2 ? this.#open[1] : undefined;
    if (name?.namespace === WSU) this.#texts.set(name.name, this.of(name.name) + text);
  }

  close(): void {
    this.#open.pop();
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  of(name: string): string {
    return this.#texts.get(name) ?? '';
  }
}
