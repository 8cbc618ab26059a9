import sax from 'sax';
import { type LegacyFailure, unreadable } from '#adapters/connector/failures.ts';

/** An element with what we read of it; comments and processing instructions are not. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text in one piece, CDATA sections included; the children's is theirs. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 200_000;

/** Outside the Char production of XML 1.0 §2.2, written out or as a character reference. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The root of an XML document that comes from a system: well-formed, without a DTD (so without entities of its own), of
 * bounded depth and size. An error says what is wrong and nothing of what stood there.
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID
 */
export function parseXml(text: string): XmlElement {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: false });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let elements = 0;

  parser.onerror = () => {
    throw malformed();
  };
  parser.ondoctype = () => {
    throw unreadable('the XML holds a DTD');
  };
  parser.onopentag = ({ uri, local, attributes }) => {
    elements += 1;
    if (open.length >= MAX_DEPTH || elements > MAX_ELEMENTS) throw unreadable('the XML is too deep or too long');
    const element: OpenElement = {
      namespace: uri,
      name: local,
      attributes: Object.values(attributes).map(({ uri: namespace, local: name, value }) => ({
        namespace,
        name,
        value,
      })),
      children: [],
      text: '',
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else if (root) throw malformed();
    else root = element;
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = parser.oncdata = (piece) => {
    if (NOT_XML.test(piece)) throw malformed();
    const element = open.at(-1);
    if (element) element.text += piece;
  };

  if (NOT_XML.test(text)) throw malformed();
  parser.write(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).close();
  if (!root) throw malformed();
  return root;
}

function malformed(): LegacyFailure {
  return unreadable('the XML is not well-formed');
}
