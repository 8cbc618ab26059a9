import { type Mutation, replaceOne } from '#tests/fuzz/mutate.ts';

/** Mutations of what an envelope means. */
export const MEANING: readonly Mutation<string>[] = [
  (xml, chance) => replaceOne(xml, /xsi:type="[^"]*"/g, chance, () => `xsi:type="${chance.pick(TYPES)}"`),
  (xml, chance) =>
    replaceOne(xml, /<[\w:]+(?=[ />])(?![^>]*xsi:type)/g, chance, (tag) => `${tag} xsi:type="${chance.pick(TYPES)}"`),
  (xml, chance) =>
    replaceOne(
      xml,
      /<[\w:]+(?=[ />])(?![^>]*xsi:nil)/g,
      chance,
      (tag) => `${tag} xsi:nil="${chance.pick(['true', '1', '0', 'x'])}"`,
    ),
  (xml, chance) =>
    replaceOne(xml, /<[\w:]+(?=[ />])(?![^>]*href)/g, chance, (tag) => `${tag} href="${chance.pick(REFERENCES)}"`),
  (xml, chance) =>
    replaceOne(
      xml,
      /<[\w:]+(?=[ />])(?![^>]*\bid=)/g,
      chance,
      (tag) => `${tag} id="${chance.pick(REFERENCES).slice(1)}"`,
    ),
  (xml, chance) => replaceOne(xml, /href="[^"]*"/g, chance, () => `href="${chance.pick(REFERENCES)}"`),
  (xml, chance) => replaceOne(xml, /\bid="[^"]*"/g, chance, () => `id="${chance.pick(REFERENCES).slice(1)}"`),
  (xml, chance) => replaceOne(xml, /arrayType="[^"]*"/g, chance, () => `arrayType="${chance.pick(ARRAYS)}"`),
  (xml, chance) =>
    replaceOne(xml, /"urn:t"|"http:[^"]*"/g, chance, () =>
      chance.pick(['"urn:t"', '"urn:o"', '""', '"http://www.w3.org/2003/05/soap-envelope"']),
    ),
  (xml, chance) => replaceOne(xml, /<\/?t:/g, chance, (tag) => tag.slice(0, -2)),
  (xml, chance) => replaceOne(xml, />[^<]*</g, chance, () => `>${chance.pick(TEXTS)}<`),
  // Elements of any depth elsewhere, again, or not at all.
  (xml, chance) => replaceOne(xml, ELEMENT, chance, (element) => element + element),
  (xml, chance) => replaceOne(xml, ELEMENT, chance, () => ''),
  (xml, chance) => replaceOne(xml, ELEMENT, chance, () => chance.pick(xml.match(ELEMENT) ?? [''])),
];

const ELEMENT = /<([\w:]+)(?:\s[^<>]*)?>[^<]*<\/\1>|<[\w:]+[^<>]*\/>|<multiRef.*?<\/multiRef>|<t:party.*?<\/t:party>/gs;
const TYPES = [
  't:Person',
  't:Party',
  't:Case',
  't:Structs',
  't:Note',
  'xsd:string',
  'xsd:int',
  'xsd:anyType',
  'soapenc:Array',
  'soapenc:Struct',
  'x:y',
  '',
  'a:b:c',
];
const REFERENCES = ['#id0', '#id1', '#id2', '#id3', '#__proto__', '#', '', 'http://127.0.0.1:1/'];
const ARRAYS = ['xsd:string[]', 't:Struct[1]', 't:Case[2,2]', '[', 'xsd:string[99999999999999]', 'xsd:string[][][]'];
const TEXTS = [
  '',
  ' ',
  'x',
  '\ufffd',
  '2024-02-30',
  '-',
  '9'.repeat(400),
  '&#x20BB7;',
  '<t:b/>',
  '<x:y xmlns:x="urn:x"/>',
];
