import type { Start } from '#adapters/soap/read/frame.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING, XSI } from '#adapters/soap/schema/names.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import type { XmlAttribute } from '#adapters/soap/xml/reader.ts';

/** What an element says of itself beside its own attributes (XML Schema part 1 §2.6). */
export interface Marks {
  readonly isNil: boolean;
  /**
   * `xsi:type`; `null` for none. Where its prefix is bound to nothing the namespace is `''`: what was signed by exclusive canonicalisation
   * has lost the declarations that only a value uses (Exclusive XML Canonicalization §1.3).
   */
  readonly type: QName | null;
  readonly attributes: readonly XmlAttribute[];
}

const MACHINERY: ReadonlySet<string> = new Set([
  XSI,
  SOAP_ENCODING,
  SOAP_12_ENCODING,
  SOAP_1_1.namespace,
  SOAP_1_2.namespace,
]);
const NO_NAME: QName = { namespace: '', name: '' };
const NONE: Marks = { isNil: false, type: null, attributes: [] };

export function marksOf({ attributes, resolve }: Start): Marks {
  if (attributes.length === 0) return NONE;
  let isNil = false;
  let type: QName | null = null;
  for (const { name, value } of attributes) {
    if (name.namespace !== XSI) continue;
    // .NET writes True where somebody put the text together by hand.
    if (name.name === 'nil') isNil = ['true', '1'].includes(value.trim().toLowerCase());
    if (name.name === 'type') type = readQName(value.trim(), (prefix) => resolve(prefix) ?? '') ?? NO_NAME;
  }
  return { isNil, type, attributes: attributes.filter(({ name }) => !MACHINERY.has(name.namespace)) };
}

/** The default namespace counts (XML Schema part 2 §3.2.18). `null` where the text is no QName, or its prefix is not bound. */
export function readQName(text: string, resolve: Start['resolve']): QName | null {
  const [, prefix = '', name] = /^(?:([^:\s\ufffd]+):)?([^:\s\ufffd]+)$/.exec(text) ?? [];
  const namespace = resolve(prefix);
  return name === undefined || namespace === undefined ? null : { namespace, name };
}
