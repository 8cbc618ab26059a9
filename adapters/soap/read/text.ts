import type { Start } from '#adapters/soap/read/frame.ts';
import { readQName } from '#adapters/soap/read/marks.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import { lexicalProblem, normalised } from '#adapters/soap/schema/lexical.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

/** What stands for bytes that are not of the charset. */
const REPLACEMENT = '\ufffd';

/**
 * A text as the type has it: white space normalised, a QName with its namespace (`{urn:x}name`), all else as it was written. An empty one is
 * `''` whatever the type. Facets are not looked at: what a WSDL says of lengths and ranges is rarely kept.
 */
export function readText(type: SimpleType, written: string, resolve: Start['resolve']): string | InvalidValue {
  const undecoded = undecodedIn(written);
  if (undecoded) return undecoded;
  const text = normalised(type, written);
  if (text === '') return text;
  if (type.builtIn === 'QName' || type.builtIn === 'NOTATION') {
    const name = readQName(text, resolve);
    return name ? clark(name) : new InvalidValue(`is not an xs:${type.builtIn} whose prefix is bound`);
  }
  const problem = lexicalProblem(type, text);
  return problem === null ? text : new InvalidValue(problem);
}

export function undecodedIn(text: string): InvalidValue | null {
  return text.includes(REPLACEMENT) ? new InvalidValue('holds bytes that are not of its charset', text) : null;
}
