import { type Arguments, Refusal } from '#simulators/procuratorate-12309/request.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** `SJ` of a reply, and how many records it says that it holds. */
export interface Answer {
  readonly count: number;
  readonly content: XmlTree;
}

export type Operation = (args: Arguments) => Answer;

/** Business time, `yyyyMMddHHmmss`. */
export type Now = () => string;

export function listOf(item: string, records: readonly XmlTree[]): Answer {
  return { count: records.length, content: { [item]: records } };
}

const MAX_PAGE = 500;

/** 条数 of a page. @throws Refusal for none and for too many. */
export function pageSize(args: Arguments): number {
  const size = Number(args.required('TS'));
  if (!(size >= 1 && size <= MAX_PAGE)) throw new Refusal('条数超出范围');
  return size;
}

/** Numbers are found whatever the brackets. */
export function plain(number: string): string {
  return number
    .replace(/[〔［]/g, '[')
    .replace(/[〕］]/g, ']')
    .trim();
}
