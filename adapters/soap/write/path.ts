import { builtInNamed } from '#adapters/soap/schema/built-in.ts';
import { clark, parseClark } from '#adapters/soap/schema/clark.ts';
import { lexicalProblem } from '#adapters/soap/schema/lexical.ts';
import { XSI } from '#adapters/soap/schema/names.ts';
import { lacksXmlCharacter } from '#adapters/soap/xml/escape.ts';
import { XMLNS_NAMESPACE } from '#adapters/soap/xml/namespaces.ts';

/** Where in the arguments. */
export function within(path: string, entry: string): string {
  return path === '' ? entry : `${path}/${entry}`;
}

/** An entry that no schema names is shown only where it looks like a name: it could be a value that has lost its way. */
export function shown(entry: string): string {
  return entry.length <= 64 && isName(entry.replace(/^[@#$_]/, '')) ? entry : '(an entry)';
}

/** Namespaces in XML §3: what can be written as the name of an element or attribute, and as nothing else. */
function isName(text: string): boolean {
  return lexicalProblem(builtInNamed('NCName'), text) === null;
}

/** Of namespaces that are declarations and marks, and none of an element or attribute. */
const MARKS: ReadonlySet<string> = new Set([XMLNS_NAMESPACE, XSI]);

/** Whether a name with its namespace, as `#content`, `@name` or an xs:QName gives it, can be written as such. */
export function isWritable(text: string): boolean {
  const parsed = parseClark(text);
  const { namespace, name } = parsed;
  if (!isName(name) || name === 'xmlns' || MARKS.has(namespace)) return false;
  // `{}a` would be a second name of `a`.
  return clark(parsed) === text && lacksXmlCharacter(namespace) === null;
}
