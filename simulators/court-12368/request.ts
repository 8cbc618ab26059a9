import type { Element } from '@xmldom/xmldom';
import { SoapFault } from '#simulators/soap/fault.ts';
import { childrenNamed } from '#simulators/soap/xml.ts';

export const NAMESPACE = 'urn:court-12368:ajcx';
const MAX_KEYS = 50;
const MAX_PAGE = 500;

/** `''` where there is none. */
export function textOf(request: Element, name: string): string {
  return childrenNamed(request, NAMESPACE, name)[0]?.textContent ?? '';
}

/** @throws SoapFault where it is missing. */
export function requiredText(request: Element, name: string): string {
  const value = textOf(request, name);
  if (value === '') throw new SoapFault('soap:Client', `缺少参数 ${name}`);
  return value;
}

/** The keys in `<list><key/>…</list>`. @throws SoapFault for no key, and for more than 50. */
export function keysOf(request: Element, list: string, key: string): string[] {
  const [parent] = childrenNamed(request, NAMESPACE, list);
  const keys = parent ? childrenNamed(parent, NAMESPACE, key).map((element) => element.textContent ?? '') : [];
  if (keys.length === 0) throw new SoapFault('soap:Client', '查询条件不能为空');
  if (keys.length > MAX_KEYS) throw new SoapFault('soap:Client', `一次最多查询 ${MAX_KEYS} 条`);
  return keys;
}

/** @throws SoapFault where it is not 1 to 500. */
export function pageSizeOf(request: Element, name: string): number {
  const size = Number(requiredText(request, name));
  if (!(Number.isInteger(size) && size >= 1 && size <= MAX_PAGE)) throw new SoapFault('soap:Client', '条数超出范围');
  return size;
}

/** Numbers are found whatever the brackets, half-width or full-width, on either side. */
export function plain(number: string): string {
  return number.replaceAll('（', '(').replaceAll('）', ')').trim();
}
