import type { Element } from '@xmldom/xmldom';
import { childElements, parseXml } from '#simulators/soap/xml.ts';

/** The service says no: result code `-1`, inside HTTP 200. */
export class Refusal extends Error {}

export interface Account {
  readonly user: string;
  readonly password: string;
}

const MAX_KEYS = 50;

/** 参数 of a request. */
export class Arguments {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  /** `''` where there is none. */
  text(name: string): string {
    return textIn(this.#element, name);
  }

  /** @throws Refusal where it is missing. */
  required(name: string): string {
    const value = this.text(name);
    if (value === '') throw new Refusal(`缺少参数 ${name}`);
    return value;
  }

  /** The keys in `<list><item/>…</list>`. @throws Refusal for none, and for more than 50. */
  keys(list: string, item: string): string[] {
    const [parent] = named(this.#element, list);
    const keys = parent ? named(parent, item).map((element) => element.textContent ?? '') : [];
    if (keys.length === 0) throw new Refusal('查询条件不能为空');
    if (keys.length > MAX_KEYS) throw new Refusal(`一次最多查询 ${MAX_KEYS} 条`);
    return keys;
  }
}

/** `<QQ>` with 用户名, 口令, 流水号 and 参数. @throws Refusal for another document, and for another account. */
export function readRequest(text: string, { user, password }: Account): Arguments {
  const root = documentOf(text);
  const [content] = root?.localName === 'QQ' ? named(root, 'CS') : [];
  if (root === null || content === undefined) throw new Refusal('请求报文格式错误');
  if (textIn(root, 'YHM') !== user || textIn(root, 'KL') !== password) throw new Refusal('用户名或口令错误');
  return new Arguments(content);
}

function documentOf(text: string): Element | null {
  try {
    return text.startsWith('<?xml ') ? parseXml(text).documentElement : null;
  } catch {
    return null;
  }
}

function textIn(parent: Element, name: string): string {
  return named(parent, name)[0]?.textContent ?? '';
}

function named(parent: Element, name: string): Element[] {
  return childElements(parent).filter(({ localName }) => localName === name);
}
