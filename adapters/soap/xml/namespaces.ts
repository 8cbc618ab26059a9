import type { QName } from '#adapters/soap/schema/model.ts';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** An NCName may not begin with these (Namespaces in XML §3); of the rest saxes takes care, and it lets U+FFFD pass. */
const NOT_A_NAME = /^[-.\d]|\ufffd|:/;

/** Why a name or a declaration is refused. */
export class NamespaceProblem extends Error {}

/** The declarations in force at one element, and the names that were read under them. It stays valid when the element is closed. */
export class Scope {
  readonly #outer: Scope | null;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, QName>();
  readonly #attributes = new Map<string, QName>();
  readonly #pool: NamePool;

  constructor(outer: Scope | null, declared: ReadonlyMap<string, string>, pool: NamePool) {
    this.#outer = outer;
    this.#declared = declared;
    this.#pool = pool;
  }

  /** `''` for the default namespace, which is `''` where none is declared; `undefined` for a prefix that is not bound. */
  readonly resolve = (prefix: string): string | undefined => {
    for (let scope: Scope | null = this; scope; scope = scope.#outer) {
      const namespace = scope.#declared.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    return prefix === '' ? '' : undefined;
  };

  element(name: string): QName {
    return this.#read(name, this.#elements, this.resolve);
  }

  /** The default namespace is not an attribute's (Namespaces in XML §6.2). */
  attribute(name: string): QName {
    return this.#read(name, this.#attributes, (prefix) => (prefix === '' ? '' : this.resolve(prefix)));
  }

  #read(name: string, known: Map<string, QName>, resolve: (prefix: string) => string | undefined): QName {
    const before = known.get(name);
    if (before) return before;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (colon === 0 || local === '' || NOT_A_NAME.test(local)) throw new NamespaceProblem('a name is malformed');
    const namespace = resolve(prefix);
    if (namespace === undefined || prefix === 'xmlns')
      throw new NamespaceProblem('a prefix is not bound to a namespace');
    const read = this.#pool.name(namespace, local);
    known.set(name, read);
    return read;
  }
}

/** One object for each name of a document, and no more of them than a limit. */
export class NamePool {
  readonly #names = new Map<string, Map<string, QName>>();
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  name(namespace: string, name: string): QName {
    const names = this.#names.get(namespace) ?? new Map<string, QName>();
    const known = names.get(name);
    if (known) return known;
    this.#count += 1;
    if (this.#count > this.#limit) throw new NamespaceProblem('the XML holds too many different names');
    const added = { namespace, name };
    this.#names.set(namespace, names.set(name, added));
    return added;
  }
}

/** The declarations among an element's attributes by prefix; `null` for none. */
export function declarationsOf(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> | null {
  let declared: Map<string, string> | null = null;
  for (const name in attributes) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix === null) continue;
    const namespace = (attributes[name] ?? '').trim();
    const isReserved =
      prefix === 'xmlns' || namespace === XMLNS_NAMESPACE || (prefix === 'xml') !== (namespace === XML_NAMESPACE);
    if (isReserved) throw new NamespaceProblem('a reserved prefix or namespace is declared');
    const isMalformed = prefix !== '' && (namespace === '' || NOT_A_NAME.test(prefix));
    // Wrong bytes: nobody could tell one such namespace from another.
    if (isMalformed || namespace.includes('\ufffd')) throw new NamespaceProblem('a namespace declaration is malformed');
    declared ??= new Map();
    declared.set(prefix, namespace);
  }
  return declared;
}
