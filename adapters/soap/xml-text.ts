import { unreadable } from '#adapters/connector/failures.ts';
import { decodeReply } from '#adapters/soap/decode.ts';
import { encodeArguments } from '#adapters/soap/encode.ts';
import { parseXml, type XmlElement } from '#adapters/soap/xml-tree.ts';
import type { TypeDescription, XmlArgument, XmlArguments, XmlRecord } from '#adapters/soap/xml-value.ts';

/** XML documents inside a string, as some services take and give them. What a WSDL would say of them stands in a description. */

/**
 * The document with a prolog of its own. The charset that it names is that of the envelope around it.
 * @throws TypeError where the arguments do not fit the description, GraphError BAD_USER_INPUT where XML cannot carry them.
 */
export function writeXmlText(root: string, args: XmlArguments, description: TypeDescription, charset: string): string {
  return `<?xml version="1.0" encoding="${charset}"?>${write(root, encodeArguments(args, description))}`;
}

/**
 * The document's elements as they stand in it: text is text, a list an array whether it has none, one or many, an empty
 * element `null`, and what the description does not declare is left out. The prolog's charset means nothing here: the text is decoded.
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID where it is not well-formed or has another shape.
 */
export function readXmlText(text: string, root: string, description: TypeDescription): XmlRecord {
  const element = parseXml(text);
  if (element.name !== root) throw unreadable('the document in the reply has another root');
  return decodeReply(contentOf(element), description);
}

function write(name: string, value: XmlArgument): string {
  if (Array.isArray(value)) return value.map((item) => write(name, item)).join('');
  return `<${name}>${typeof value === 'string' ? value : writeAll(value)}</${name}>`;
}

function writeAll(elements: object): string {
  return Object.entries(elements)
    .map(([name, value]) => write(name, value))
    .join('');
}

/** In the form of `soap`: several elements of one name are an array, one alone is itself. */
function contentOf({ children, text }: XmlElement): unknown {
  const isBlank = text.trim() === '';
  if (children.length === 0) return isBlank ? null : text;
  if (!isBlank) throw unreadable('the document in the reply mixes text and elements');
  const byName = Map.groupBy(children, ({ name }) => name);
  return Object.fromEntries(
    [...byName].map(([name, elements]) => {
      const contents = elements.map(contentOf);
      return [name, contents.length === 1 ? contents[0] : contents];
    }),
  );
}
