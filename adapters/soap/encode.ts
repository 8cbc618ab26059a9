import { elementsOf, type TypeDescription, type XmlArgument, type XmlArguments } from '#adapters/soap/xml-value.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Outside the Char production of XML 1.0 §2.2; lone surrogates are among them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Arguments in the form that `soap` (told not to escape) writes as they are: every text escaped here, since soap lets one
 * that looks like a CDATA section through, and the elements in the order of the WSDL, since soap keeps the caller's.
 * @throws TypeError where they do not fit the WSDL; soap would send them, and `$xml` as markup.
 * @throws GraphError BAD_USER_INPUT where a text holds characters that XML cannot carry.
 */
export function encodeArguments(args: XmlArguments, description: TypeDescription): XmlArguments {
  const elements = elementsOf(description);
  if (Object.keys(args).some((key) => !elements.some(({ name }) => name === key))) {
    throw new TypeError('the arguments hold an element that the WSDL does not declare');
  }
  const encoded: [string, XmlArgument][] = [];
  for (const { name, many, type } of elements) {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) continue;
    if (Array.isArray(value) !== many) throw new TypeError(`${name} is ${many ? 'a list' : 'one element'} in the WSDL`);
    encoded.push([
      name,
      Array.isArray(value) ? value.map((item) => encodeOne(name, item, type)) : encodeOne(name, value, type),
    ]);
  }
  return Object.fromEntries(encoded);
}

function encodeOne(name: string, value: XmlArgument, type: string | TypeDescription): XmlArgument {
  if (typeof type === 'string') {
    if (typeof value !== 'string') throw new TypeError(`${name} takes text`);
    return escapeText(value);
  }
  if (!isArguments(value)) throw new TypeError(`${name} takes elements`);
  return encodeArguments(value, type);
}

function escapeText(text: string): string {
  if (NOT_XML.test(text)) {
    throw new GraphError('BAD_USER_INPUT', {
      zh: '输入含有不允许的控制字符。',
      en: 'The input holds control characters, which are not allowed.',
    });
  }
  return text.replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isArguments(value: XmlArgument): value is XmlArguments {
  return typeof value === 'object' && !Array.isArray(value);
}
