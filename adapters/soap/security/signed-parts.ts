import { type LegacyFailure, unreadable } from '#adapters/connector/failures.ts';
import type { QName } from '#adapters/soap/schema/model.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { type XmlAttribute, type XmlHandler, XmlReader } from '#adapters/soap/xml/reader.ts';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';
export const WSU = `${OASIS}-utility-1.0.xsd`;
const WSSE = `${OASIS}-secext-1.0.xsd`;
const DS = 'http://www.w3.org/2000/09/xmldsig#';

/** Where things stand in a signed reply, by their ids; `undefined` for what is not there or has none. */
export interface SignedParts {
  readonly body: string | undefined;
  readonly timestamp: string | undefined;
  /** The certificate that the signature names (Base64 of its DER), from the token that it refers to or from its own KeyInfo. */
  readonly certificate: string | undefined;
}

/**
 * Finds what a signature must cover: the body of the envelope and the timestamp of its one security header. That a signed element is
 * somewhere in the text says nothing (signature wrapping): it has to be the one that counts, and no other may bear its id.
 * @throws LegacyFailure DEPARTMENT_DATA_INVALID where the reply is not laid out so
 */
export function findSignedParts(xml: string, version: SoapVersion): SignedParts {
  const finder = new PartFinder(version.namespace);
  try {
    const reader = new XmlReader(finder);
    reader.write(xml);
    reader.end();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw unreadable(error.reason, { line: error.line, column: error.column });
  }
  return finder.parts();
}

/** Where the parts stand, as paths of names in Clark notation. */
function placesIn(soap: string): ReadonlyMap<string, Place> {
  const header = [clark(soap, 'Envelope'), clark(soap, 'Header'), clark(WSSE, 'Security')];
  const keyInfo = [...header, clark(DS, 'Signature'), clark(DS, 'KeyInfo')];
  const reference = [...keyInfo, clark(WSSE, 'SecurityTokenReference')];
  const embedded = [clark(DS, 'X509Data'), clark(DS, 'X509Certificate')];
  const places: readonly (readonly [readonly string[], Place])[] = [
    [[clark(soap, 'Envelope'), clark(soap, 'Body')], 'body'],
    [header.slice(0, -1), 'header'],
    [header, 'security header'],
    [[...header, clark(DS, 'Signature')], 'signature'],
    [[...header, clark(WSU, 'Timestamp')], 'timestamp'],
    [[...header, clark(WSSE, 'BinarySecurityToken')], 'token'],
    [[...reference, clark(WSSE, 'Reference')], 'reference'],
    [[...reference, ...embedded], 'certificate'],
    [[...keyInfo, ...embedded], 'certificate'],
  ];
  return new Map(places.map(([path, place]) => [path.join(' '), place]));
}

type Place = 'body' | 'header' | 'security header' | 'signature' | 'timestamp' | 'token' | 'reference' | 'certificate';

/** Longest path that matters. */
const DEPTH = 8;

class PartFinder implements XmlHandler {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #path: string[] = [];
  readonly #ids = new Set<string>();
  readonly #counts = new Map<Place, number>();
  /** Ids of elements, a reference, and the text of a certificate, by where they stand. */
  readonly #found = new Map<Place, string>();
  readonly #tokens = new Map<string, string>();
  #signatures = 0;
  #place: Place | undefined;
  #token = '';

  constructor(soap: string) {
    this.#places = placesIn(soap);
  }

  open(name: QName, attributes: readonly XmlAttribute[]): void {
    this.#path.push(clark(name.namespace, name.name));
    if (this.#path.at(-1) === clark(DS, 'Signature')) this.#signatures += 1;
    const id = this.#idOf(attributes);
    const place = this.#path.length > DEPTH ? undefined : this.#places.get(this.#path.join(' '));
    this.#place = place;
    if (place === undefined) return;
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
    if (place === 'token') this.#token = id ?? '';
    const value = place === 'reference' ? attributes.find((each) => each.name.name === 'URI')?.value : id;
    if (value !== undefined) this.#found.set(place, value);
  }

  text(text: string): void {
    if (this.#place === 'certificate') this.#found.set('certificate', (this.#found.get('certificate') ?? '') + text);
    if (this.#place === 'token') this.#tokens.set(this.#token, (this.#tokens.get(this.#token) ?? '') + text);
  }

  close(): void {
    this.#path.pop();
    this.#place = undefined;
  }

  /** @throws LegacyFailure */
  parts(): SignedParts {
    for (const place of ['body', 'header', 'security header', 'signature'] as const) {
      if (this.#counts.get(place) !== 1) throw notSigned(`it has not one ${place}`);
    }
    const isTwice = (['timestamp', 'reference', 'certificate'] as const).some(
      (each) => (this.#counts.get(each) ?? 0) > 1,
    );
    if (isTwice || this.#signatures > 1) throw notSigned('it has two of what may come once');
    const reference = this.#found.get('reference');
    const token = reference?.startsWith('#') ? this.#tokens.get(reference.slice(1)) : undefined;
    return {
      body: this.#found.get('body'),
      timestamp: this.#found.get('timestamp'),
      certificate: token ?? this.#found.get('certificate'),
    };
  }

  /** Whoever checks a signature looks for an id under any of these names: none may come twice, whatever its namespace. */
  #idOf(attributes: readonly XmlAttribute[]): string | undefined {
    const ids = attributes.filter(({ name }) => /^id$/i.test(name.name));
    for (const { value } of ids) {
      if (this.#ids.has(value)) throw notSigned('an id comes twice');
      this.#ids.add(value);
    }
    if (ids.length > 1) throw notSigned('an element has two ids');
    return ids[0]?.value;
  }
}

export function notSigned(reason: string): LegacyFailure {
  return unreadable(`the reply is not signed as it must be: ${reason}`);
}

function clark(namespace: string, name: string): string {
  return `{${namespace}}${name}`;
}
