import type { Arguments } from '#simulators/procuratorate-12309/request.ts';
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

/** Numbers are found whatever the brackets. */
export function plain(number: string): string {
  return number
    .replace(/[〔［]/g, '[')
    .replace(/[〕］]/g, ']')
    .trim();
}
