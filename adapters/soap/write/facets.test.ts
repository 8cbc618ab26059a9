import { describe, expect, it } from '@jest/globals';
import { documentWire } from '#adapters/soap/read/wire.fixture.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import { valueProblem } from '#adapters/soap/write/facets.ts';

const restriction = (name: string, base: string, facets: Readonly<Record<string, string>>) => {
  const written = Object.entries(facets).flatMap(([facet, value]) =>
    value.split('¦').map((each) => `<xs:${facet.replace(/\d/, '')} value="${each}"/>`),
  );
  return `<xs:simpleType name="${name}"><xs:restriction base="${base}">${written.join('')}</xs:restriction></xs:simpleType>`;
};
const TYPES = [
  restriction('two', 'xs:string', { length: '2' }),
  restriction('some', 'xs:string', { minLength: '2', maxLength: '3' }),
  restriction('caseNo', 'xs:string', { pattern: '（\\d{4}）\\p{L}.+¦-' }),
  restriction('endless', 'xs:string', { pattern: '(a+)+b' }),
  restriction('level', 'xs:token', { enumeration: '秘密¦机密' }),
  restriction('level2', 't:level', { maxLength: '2' }),
  restriction('rate', 'xs:decimal', { enumeration: '1¦2.50' }),
  restriction('month', 'xs:int', { minInclusive: '1', maxInclusive: '12' }),
  restriction('share', 'xs:decimal', { minExclusive: '0', maxExclusive: '1', fractionDigits: '2' }),
  restriction('amount', 'xs:decimal', { totalDigits: '5' }),
  restriction('since', 'xs:date', { minInclusive: '2009-01-01' }),
  restriction('key', 'xs:hexBinary', { length: '2' }),
  restriction('bytes', 'xs:base64Binary', { maxLength: '3' }),
  '<xs:simpleType name="months"><xs:list itemType="t:month"/></xs:simpleType>',
  restriction('quarter', 't:months', { length: '3' }),
  '<xs:simpleType name="either"><xs:union memberTypes="t:month t:level"/></xs:simpleType>',
  '<xs:simpleType name="text"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>',
  restriction('some text', 't:text', { enumeration: 'a  b¦ 7' }).replace('some text', 'someText'),
].join('');
const { schemas } = await documentWire('<xs:sequence/>', TYPES);

function typeNamed(name: string): SimpleType {
  const [prefix, local = ''] = name.split(':');
  const type = schemas.type({ namespace: prefix === 'xs' ? 'http://www.w3.org/2001/XMLSchema' : 'urn:t', name: local });
  if (type?.kind !== 'simple') throw new Error(`no simple type ${name}`);
  return type;
}

describe('valueProblem', () => {
  it.each([
    ['t:two', '㛃𠮷'],
    ['t:some', 'ab'],
    ['t:caseNo', '（2024）鲁1号'],
    ['t:caseNo', '-'],
    ['t:level', ' 机密\n'],
    ['t:rate', '2.5'],
    ['t:month', '012'],
    ['t:share', '0.990'],
    ['t:amount', '0123.4500'],
    ['t:since', '2009-01-01'],
    ['t:key', '00fF'],
    ['t:bytes', 'YWJj'],
    ['t:months', ''],
    ['t:quarter', '1 2  3'],
    ['t:either', '12'],
    ['t:either', '秘密'],
    ['t:someText', 'a  b'],
    ['t:someText', ' 7 '],
    ['t:endless', 'aab'],
    ['xs:int', '-2147483648'],
    ['xs:unsignedLong', '18446744073709551615'],
    ['xs:NCName', '案号_1'],
    ['xs:anySimpleType', ' x '],
  ])('lets %s be %j', (type, text) => {
    expect(valueProblem(typeNamed(type), text)).toBeNull();
  });

  it.each([
    ['t:two', 'abc', 'must be 2 long'],
    ['t:some', '𠮷', 'is shorter than 2'],
    ['t:some', 'abcd', 'is longer than 3'],
    ['t:caseNo', '(2024)鲁1号', 'is not of the pattern that the schema gives'],
    ['t:caseNo', 'x（2024）鲁1', 'is not of the pattern that the schema gives'],
    ['t:endless', 'a'.repeat(100), 'cannot be held against the pattern that the schema gives: it takes too long'],
    ['t:someText', 'a b', 'is none of the values that the schema lists'],
    ['t:level', '绝密', 'is none of the values that the schema lists'],
    ['t:level2', '绝密', 'is none of the values that the schema lists'],
    ['t:rate', '2.51', 'is none of the values that the schema lists'],
    ['t:month', '0', 'is less than 1'],
    ['t:month', '13', 'is greater than 12'],
    ['t:month', '1.5', 'is not an xs:int'],
    ['t:share', '0.00', 'is not greater than 0'],
    ['t:share', '1', 'is not less than 1'],
    ['t:share', '0.125', 'has more than 2 decimals'],
    ['t:amount', '1234.56', 'has more than 5 digits'],
    ['t:since', '2008-12-31', 'is less than 2009-01-01'],
    ['t:key', '00', 'must be 2 long'],
    ['t:bytes', 'YWJjZA==', 'is longer than 3'],
    ['t:months', '1 13', 'holds an item that is greater than 12'],
    ['t:quarter', '1 2', 'must be 3 long'],
    ['t:either', '13', 'is of none of the types of its union'],
    ['xs:int', '2147483648', 'is greater than 2147483647'],
    ['xs:byte', '128', 'is greater than 127'],
    ['xs:unsignedLong', '18446744073709551616', 'is greater than 18446744073709551615'],
    ['xs:positiveInteger', '0', 'is less than 1'],
    ['xs:integer', '', 'is not an xs:integer'],
    ['xs:date', '', 'is not an xs:date'],
    ['xs:boolean', '是', 'is not an xs:boolean'],
    ['xs:NCName', 'a:b', 'is not an xs:NCName'],
    ['xs:NMTOKENS', '', 'is shorter than 1'],
  ])('does not let %s be %j: it %s', (type, text, problem) => {
    expect(valueProblem(typeNamed(type), text)).toBe(problem);
  });

  it('takes no longer for a long text', () => {
    const spaces = ' '.repeat(200_000);
    expect(valueProblem(typeNamed('xs:token'), `a${spaces}b`)).toBeNull();
    expect(valueProblem(typeNamed('t:amount'), `1.${'0'.repeat(200_000)}1`)).toBe('has more than 5 digits');
    expect(valueProblem(typeNamed('xs:base64Binary'), `${'YWJj'.repeat(50_000)}${spaces}`)).toBeNull();
    expect(valueProblem(typeNamed('xs:duration'), `P${'1'.repeat(200_000)}`)).toBe('is not an xs:duration');
  });
});
