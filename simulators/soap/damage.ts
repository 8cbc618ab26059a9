import {
  aThousand,
  OVER_LONG,
  type Strikes,
  type StruckKind,
  TYPED,
  UNKNOWN,
} from '#simulators/control/data-damage.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** How a service's replies can be damaged. */
export interface SoapDamages {
  /** The element that says how many records a reply holds, beside their list. */
  readonly counter: string;
  /** `at` is the way to the element from the reply's, with slashes; of a list it goes through the first record. */
  readonly strikes: Strikes;
}

interface Elements {
  [name: string]: Content;
}
type Content = string | Content[] | Elements;

/** The tree of a reply as it is written while a kind of damage is in force. */
export function damagedTree(
  tree: XmlTree,
  operation: string,
  kind: string | null,
  { counter, strikes }: SoapDamages,
): XmlTree {
  if (kind === 'typed-number') return typed(structuredClone(tree) as Elements, '', strikes) as XmlTree;
  const strike = strikes[kind as StruckKind];
  if (strike?.in !== operation) return tree;
  const reply = structuredClone(tree) as Elements;
  const way = strike.at.split('/');
  const name = way.pop() ?? '';
  const parent = way.reduce<Elements | undefined>((element, step) => firstIn(element?.[step]), reply);
  const list = parent?.[name];
  if (parent === undefined) return tree;
  switch (kind as StruckKind) {
    case 'unknown-code':
    case 'unknown-value':
      parent[name] = UNKNOWN;
      break;
    case 'missing-field':
      delete parent[name];
      break;
    case 'over-long':
      parent[name] = OVER_LONG;
      break;
    case 'duplicate-row':
      parent[name] = Array.isArray(list) ? [...list.slice(0, 1), ...list] : '';
      reply[counter] = String(Number(reply[counter]) + 1);
      break;
    case 'thousand-parties': {
      const first = firstIn(list);
      parent[name] = first === undefined ? '' : [...(list as Content[]), ...aThousand(first, strike.key ?? '')];
      break;
    }
  }
  return reply;
}

function typed(content: Content, way: string, strikes: Strikes): Content {
  if (Array.isArray(content)) return content.map((each) => typed(each, way, strikes));
  if (typeof content === 'object') {
    const [parent = ''] = way.split('/').slice(-1);
    return Object.fromEntries(
      Object.entries(content).map(([name, each]) => [name, typed(each, `${parent}/${name}`, strikes)]),
    );
  }
  const [, name = ''] = way.split('/');
  const isText = strikes['typed-number']?.some((text) => text === name || text === way) ?? false;
  return isText && content !== '' ? content + TYPED : content;
}

function firstIn(content: Content | undefined): Elements | undefined {
  const first = Array.isArray(content) ? content[0] : content;
  return typeof first === 'object' && !Array.isArray(first) ? first : undefined;
}
