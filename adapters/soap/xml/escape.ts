/** Outside the Char production of XML 1.0 §2.2: no document can hold it, not even as a reference. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

const reference = (character: string) => REFERENCES.get(character) ?? character;

/** A text as the content of an element; `>` too, for `]]>` may not stand there, and CR, which a reader would turn into LF. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, reference);
}

/** A text between double quotes; white space too, which a reader would turn into spaces (XML 1.0 §3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, reference);
}

/** The name (`U+0001`) of the first character that XML lacks: a control character, half of a pair, U+FFFE, U+FFFF; `null` for none. */
export function lacksXmlCharacter(text: string): string | null {
  const lacking = NOT_XML.exec(text)?.[0].codePointAt(0);
  return lacking === undefined ? null : `U+${lacking.toString(16).toUpperCase().padStart(4, '0')}`;
}
