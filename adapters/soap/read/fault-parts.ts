import { parseClark } from '#adapters/soap/schema/clark.ts';
import { isXmlRecord, type XmlValue } from '#adapters/soap/value.ts';
import { XML_NAMESPACE } from '#adapters/soap/xml/namespaces.ts';

/** Parts of a fault, read as elements of no schema. Whatever has another shape than it should is as good as absent. */

export function textOf(value: XmlValue | undefined): string {
  const text = isXmlRecord(value) ? value['#text'] : value;
  return typeof text === 'string' ? text.trim() : '';
}

/** A code without its prefix. */
export function localName(code: XmlValue | undefined): string {
  return textOf(code).replace(/^.*:/s, '');
}

/** The first child of a local name. */
export function childOf(value: XmlValue | undefined, name: string): XmlValue | undefined {
  return childrenOf(value).find(([each]) => parseClark(each).name === name)?.[1];
}

/** SOAP 1.2 part 1 §5.4.1.3: a subcode may have one of its own. */
export function subcodesOf(code: XmlValue | undefined): readonly string[] {
  const subcodes: string[] = [];
  for (let each = childOf(code, 'Subcode'); each !== undefined; each = childOf(each, 'Subcode')) {
    subcodes.push(localName(childOf(each, 'Value')));
  }
  return subcodes;
}

/** SOAP 1.2 part 1 §5.4.2: a text for each language. */
export function reasonOf(reason: XmlValue | undefined): XmlValue | undefined {
  const texts = childrenOf(reason).map(([, text]) => text);
  const isChinese = (text: XmlValue) => {
    const language = isXmlRecord(text) ? text[`@{${XML_NAMESPACE}}lang`] : '';
    return typeof language === 'string' && language.toLowerCase().startsWith('zh');
  };
  return texts.find(isChinese) ?? texts[0];
}

function childrenOf(value: XmlValue | undefined): readonly (readonly [name: string, value: XmlValue])[] {
  const content = isXmlRecord(value) ? value['#content'] : undefined;
  if (!Array.isArray(content)) return [];
  return content.filter((each) => typeof each !== 'string');
}
