import { isXmlRecord, type XmlRecord, type XmlValue } from '#adapters/soap/value.ts';

/** Faults that the WSDL declares carry a code in their detail; some of them are answers ("there is none") and no failures. */
export interface FaultDetail {
  /** The elements that lead from the detail to its code. */
  readonly codeAt: readonly string[];
  /** What a call gives for a fault with that code. */
  readonly answers: ReadonlyMap<string, XmlRecord>;
}

/** So short that it is nobody's number: it goes to the log. */
const DETAIL_CODE = /^[\w.-]{1,12}$/;

/** The code in a detail; `null` where there is none, or what is none. */
export function detailCode(detail: XmlRecord, codeAt: readonly string[]): string | null {
  const code = textAt(detail, codeAt);
  return code !== null && DETAIL_CODE.test(code) ? code : null;
}

/** The text where the elements lead, one by one; `null` where they lead elsewhere. */
export function textAt(record: XmlRecord, path: readonly string[]): string | null {
  let value: XmlValue | undefined = record;
  for (const element of path) {
    const list: unknown = value;
    const [only, ...more]: readonly unknown[] = Array.isArray(list) ? list : [list];
    if (more.length > 0 || !isXmlRecord(only) || !Object.hasOwn(only, element)) return null;
    value = only[element] as XmlValue;
  }
  return typeof value === 'string' ? value : null;
}
