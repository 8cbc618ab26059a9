import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { start } from '#tests/court-12368/harness.ts';

const OURS = new URL('../../adapters/systems/court-12368/court-12368.wsdl', import.meta.url);
const XS = 'http://www.w3.org/2001/XMLSchema';
const WSDL = 'http://schemas.xmlsoap.org/wsdl/';

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml');

async function both() {
  const { endpoint } = await start();
  const response = await fetch(`${endpoint}?wsdl`);
  expect(response.headers.get('content-type')).toContain('text/xml');
  return { endpoint, ours: parse(await readFile(OURS, 'utf8')), theirs: parse(await response.text()) };
}

/** Every element of the schema with the type or message around it, such as `AJQX/SFFC`. */
function elementsOf(document: Document): string[] {
  return [...document.getElementsByTagNameNS(XS, 'element')].map((element) => {
    const path = [element.getAttribute('name')];
    for (let parent = element.parentElement; parent && parent.localName !== 'schema'; parent = parent.parentElement) {
      if (parent.getAttribute('name')) path.unshift(parent.getAttribute('name'));
    }
    return path.join('/');
  });
}

const named = (document: Document, name: string, attribute: string): (string | null)[] =>
  [...document.getElementsByTagNameNS(WSDL, name)].map((element: Element) => element.getAttribute(attribute));

describe('the WSDL on our disk', () => {
  it('declares nothing that the service does not', async () => {
    const { ours, theirs } = await both();
    const served = new Set(elementsOf(theirs));
    expect(elementsOf(ours).filter((path) => !served.has(path))).toEqual([]);
    expect(named(ours, 'operation', 'name')).toEqual(named(theirs, 'operation', 'name'));
    expect(named(ours, 'definitions', 'targetNamespace')).toEqual(named(theirs, 'definitions', 'targetNamespace'));
  });

  it('leaves the case name, the parties beside the case and the text of a ticket out', async () => {
    const { ours, theirs } = await both();
    const known = new Set(elementsOf(ours));
    expect(elementsOf(theirs).filter((path) => !known.has(path))).toEqual([
      'AJXX/AJMC',
      'AJXX/DSRLB',
      'RY/ZN',
      'GDXX/SQNR',
    ]);
  });

  it('is served with the address at which it was asked for', async () => {
    const { endpoint, theirs } = await both();
    const [address] = theirs.getElementsByTagNameNS(`${WSDL}soap/`, 'address');
    expect(address?.getAttribute('location')).toBe(endpoint);
  });
});
