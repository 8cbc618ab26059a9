import { type Mutation, replaceOne } from '#tests/fuzz/mutate.ts';

const REFERENCE = /(?<=\s(?:type|ref|base|element|itemType|substitutionGroup|message|binding)=")[^"]*(?=")/g;
const OCCURS = /(?:\s(?:min|max)Occurs="[^"]*")|(?<=<xs:(?:element|sequence|choice|group)\b)/g;
const SCHEMA = /(?<=<xs:schema\b[^>]*>)/g;
const SEQUENCE = /(?<=<xs:sequence>)/g;

const COUNTS = ['0', '1', '-1', 'unbounded', '2147483648', '9'.repeat(39), '9'.repeat(400), '1e9', ''];
const LOCATIONS = [
  'http://127.0.0.1:1/x.xsd',
  'file:///etc/passwd',
  '../../outside.xsd',
  '/etc/passwd',
  'other.xsd',
  'chameleon.xsd',
  'mutant.wsdl',
  'none.xsd',
  '%00',
  '.',
];
const DECLARATIONS = [
  '<xs:group name="Pair"><xs:sequence><xs:group ref="t:Pair"/></xs:sequence></xs:group>',
  '<xs:complexType name="X"><xs:complexContent><xs:extension base="t:X"/></xs:complexContent></xs:complexType>',
  '<xs:complexType name="Y"><xs:sequence><xs:element name="y" type="t:Y"/><xs:group ref="t:Pair"/></xs:sequence></xs:complexType>',
  '<xs:element name="z" substitutionGroup="t:z"/>',
  '<xs:attributeGroup name="W"><xs:attributeGroup ref="t:W"/></xs:attributeGroup>',
  '<xs:simpleType name="P"><xs:restriction base="xs:string"><xs:pattern value="((a?){999}){999}"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="Q"><xs:restriction base="xs:string"><xs:pattern value="(((a*)*)*)*[\\p{IsNone}-[z]"/></xs:restriction></xs:simpleType>',
  '<xs:simpleType name="R"><xs:union memberTypes="t:R t:Either"/></xs:simpleType>',
  '<xs:redefine schemaLocation="other.xsd"/>',
];

/** What is wrong with a WSDL, and not with its XML: references, counts, imports, circles, nesting, length. */
export const MEANING: readonly Mutation<string>[] = [
  (xml, chance) => replaceOne(xml, REFERENCE, chance, (name) => chance.pick(xml.match(REFERENCE) ?? [name])),
  (xml, chance) =>
    replaceOne(xml, REFERENCE, chance, (name) =>
      name.replace(/^\w*:?/, () => chance.pick(['', 'xs:', 't:', 'soapenc:', 'q:'])),
    ),
  (xml, chance) =>
    replaceOne(xml, OCCURS, chance, () => ` ${chance.pick(['min', 'max'])}Occurs="${chance.pick(COUNTS)}"`),
  (xml, chance) =>
    replaceOne(xml, SCHEMA, chance, () => {
      const location = chance.pick(LOCATIONS);
      return chance.pick([
        `<xs:import namespace="urn:x" schemaLocation="${location}"/>`,
        `<xs:include schemaLocation="${location}"/>`,
      ]);
    }),
  (xml, chance) => replaceOne(xml, SCHEMA, chance, () => chance.pick(DECLARATIONS)),
  (xml, chance) => {
    const depth = 1 + chance.below(150);
    return replaceOne(xml, SEQUENCE, chance, () => '<xs:sequence>'.repeat(depth) + '</xs:sequence>'.repeat(depth));
  },
  (xml, chance) => {
    const count = 1 + chance.below(3_000);
    return replaceOne(xml, SEQUENCE, chance, () => '<xs:element name="e" minOccurs="0"/>'.repeat(count));
  },
];
