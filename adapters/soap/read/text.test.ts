import { describe, expect, it } from '@jest/globals';
import { documentWire } from '#adapters/soap/read/wire.fixture.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const BUILT_IN =
  'string normalizedString token boolean decimal integer long int nonNegativeInteger double dateTime date time gYear gYearMonth gMonthDay duration base64Binary hexBinary QName anyURI language NMTOKENS anySimpleType';
const OWN = `<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:length value="2"/><xs:enumeration value="01"/></xs:restriction></xs:simpleType>
<xs:simpleType name="dates"><xs:list itemType="xs:date"/></xs:simpleType>
<xs:simpleType name="either"><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType>
<xs:simpleType name="known"><xs:union memberTypes="t:either xs:date xs:string"/></xs:simpleType>`;

const own = ['code', 'dates', 'either', 'known'].map((type) => ['t', type]);
const elements = [...BUILT_IN.split(' ').map((type) => ['xs', type]), ...own]
  .map(([prefix, type]) => `<xs:element name="${type}" type="${prefix}:${type}" minOccurs="0"/>`)
  .join('');
const wire = await documentWire(`<xs:sequence>${elements}</xs:sequence>`, OWN);

const read = (type: string, text: string) =>
  wire.read(`<t:callResponse><t:${type}>${text}</t:${type}></t:callResponse>`)[type];

describe('text', () => {
  it.each([
    ['string', '  a  b\n', '  a  b\n'],
    ['string', 'a&lt;&#x20BB7;<![CDATA[<b>&amp;]]>c', 'a<𠮷<b>&amp;c'],
    ['string', 'a<!-- 1 -->b<?php x?>c', 'abc'],
    ['string', '<![CDATA[]]>', ''],
    ['string', '   ', '   '],
    ['normalizedString', ' a\n\tb ', ' a  b '],
    ['token', ' a \n b ', 'a b'],
    ['integer', '9007199254740993', '9007199254740993'],
    ['integer', `-${'9'.repeat(60)}`, `-${'9'.repeat(60)}`],
    ['integer', '007', '007'],
    ['integer', '+7', '+7'],
    ['long', ' 000379999198506120130 \n', '000379999198506120130'],
    // Out of its range, which is a facet: WSDLs lie.
    ['int', '379999198506120130', '379999198506120130'],
    ['nonNegativeInteger', '-1', '-1'],
    ['decimal', '0.10', '0.10'],
    ['decimal', '12345678901234567890.123456789012345678900', '12345678901234567890.123456789012345678900'],
    ['decimal', '.5', '.5'],
    ['double', '-1.5E-300', '-1.5E-300'],
    ['double', 'INF', 'INF'],
    ['boolean', 'true', 'true'],
    ['boolean', '0', '0'],
    ['dateTime', '2024-02-29T23:59:59.123456789', '2024-02-29T23:59:59.123456789'],
    ['dateTime', '2024-01-02T00:00:00+08:00', '2024-01-02T00:00:00+08:00'],
    ['dateTime', '2024-01-01T24:00:00Z', '2024-01-01T24:00:00Z'],
    ['date', '2024-01-02+08:00', '2024-01-02+08:00'],
    ['date', '2024-01-02', '2024-01-02'],
    ['time', '08:30:00', '08:30:00'],
    ['gYear', '2024', '2024'],
    ['gYearMonth', '2024-02', '2024-02'],
    ['gMonthDay', '--02-29', '--02-29'],
    ['duration', 'P1Y2M3DT4H5M6.7S', 'P1Y2M3DT4H5M6.7S'],
    ['base64Binary', '\n5byg\n5oqf\n', '5byg 5oqf'],
    ['hexBinary', '00fF', '00fF'],
    ['QName', 't:a', '{urn:t}a'],
    ['QName', 'a', 'a'],
    ['anyURI', ' urn:x y ', 'urn:x y'],
    ['NMTOKENS', ' a  b ', 'a b'],
    ['anySimpleType', ' 1 ', ' 1 '],
    // Neither its length nor one of its values.
    ['code', '999', '999'],
    ['dates', '2024-01-02 2024-01-03Z', '2024-01-02 2024-01-03Z'],
    ['either', 'true', 'true'],
    // White space is that of the member that the text is of.
    ['known', ' 7 ', '7'],
    ['known', ' a  b\n', ' a  b\n'],
    ['date', '400000000000000000000-02-29', '400000000000000000000-02-29'],
  ])('of xs:%s %j is %j', (type, written, value) => {
    expect(read(type, written)).toBe(value);
  });

  it.each(BUILT_IN.split(' '))('is empty where an xs:%s is', (type) => {
    expect(read(type, '')).toBe('');
  });

  it.each([
    ['integer', '1.0', 'is not an xs:integer'],
    ['integer', '1e3', 'is not an xs:integer'],
    ['integer', '一', 'is not an xs:integer'],
    ['long', '0x1F', 'is not an xs:long'],
    ['decimal', '1,000.00', 'is not an xs:decimal'],
    ['double', 'Infinity', 'is not an xs:double'],
    ['boolean', 'TRUE', 'is not an xs:boolean'],
    ['boolean', '是', 'is not an xs:boolean'],
    ['dateTime', '2024-01-02 08:30:00', 'is not an xs:dateTime'],
    ['dateTime', '2024-01-02T08:30', 'is not an xs:dateTime'],
    ['date', '2023-02-29', 'is not an xs:date'],
    ['date', '2024-04-31', 'is not an xs:date'],
    ['date', '0000-00-00', 'is not an xs:date'],
    ['date', '20240102', 'is not an xs:date'],
    ['date', '2024-01-02T00:00:00', 'is not an xs:date'],
    ['time', '24:00:01', 'is not an xs:time'],
    ['gYear', '0000', 'is not an xs:gYear'],
    ['duration', 'P', 'is not an xs:duration'],
    ['base64Binary', '5byg=', 'is not an xs:base64Binary'],
    ['base64Binary', '张', 'is not an xs:base64Binary'],
    ['hexBinary', 'abc', 'is not an xs:hexBinary'],
    ['QName', 'far:a', 'is not an xs:QName whose prefix is bound'],
    ['QName', 'a b', 'is not an xs:QName whose prefix is bound'],
    ['language', '中文', 'is not an xs:language'],
    ['dates', '2024-01-02 soon', 'holds an item that is not an xs:date'],
    ['either', 'x', 'is of none of the types of its union'],
    ['string', 'a\ufffdb', 'holds bytes that are not of its charset'],
    ['integer', '\ufffd', 'holds bytes that are not of its charset'],
  ])('of xs:%s cannot be %j: it %s', (type, written, reason) => {
    expect(read(type, written)).toEqual(new InvalidValue(reason));
  });

  it('that cannot be read leaves the rest of the record alone', () => {
    const body =
      '<t:callResponse><t:string>张\ufffd</t:string><t:boolean>maybe</t:boolean><t:integer>007</t:integer></t:callResponse>';
    expect(wire.read(body)).toEqual({
      string: expect.any(InvalidValue),
      boolean: expect.any(InvalidValue),
      integer: '007',
    });
  });

  it('means the same in every zone of the process', () => {
    const before = process.env.TZ;
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Apia']) {
      process.env.TZ = zone;
      expect(read('dateTime', '1986-05-04T00:30:00')).toBe('1986-05-04T00:30:00');
      expect(read('date', '2011-12-30')).toBe('2011-12-30');
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('is refused where it holds elements, with the path and nothing of them', () => {
    const body = '<t:callResponse><t:string>张<t:string>拟甲</t:string></t:string></t:callResponse>';
    expect(() => wire.read(body)).toThrow(
      expect.objectContaining({
        message: 'Body/callResponse/string holds elements where the schema has text',
        code: 'DEPARTMENT_DATA_INVALID',
        facts: { path: 'Body/callResponse/string' },
      }),
    );
  });
});
