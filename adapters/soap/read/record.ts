import { undecodedIn } from '#adapters/soap/read/text.ts';
import type { XmlContent, XmlValue } from '#adapters/soap/value.ts';

/** A record that is being filled. */
export interface OpenRecord {
  [entry: string]: XmlValue | XmlContent;
}

/** An entry, whatever its name: `__proto__` is one like any other. */
export function put(record: OpenRecord, entry: string, value: XmlValue | XmlContent): void {
  if (entry !== '__proto__') record[entry] = value;
  else Object.defineProperty(record, entry, { value, enumerable: true, configurable: true, writable: true });
}

export type OpenContent = XmlContent[number][];

/** In one piece with the text before it; wrong bytes stand apart, as `#text`. */
export function putText(content: OpenContent, text: string): void {
  const last = content.at(-1);
  const undecoded = undecodedIn(text);
  if (undecoded) content.push(['#text', undecoded]);
  else if (typeof last === 'string') content[content.length - 1] = last + text;
  else content.push(text);
}
