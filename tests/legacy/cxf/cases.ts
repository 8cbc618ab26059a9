import type { XmlRecord } from '#adapters/soap/value.ts';
import type { Read, Shape, Write } from '#tests/legacy/values.ts';

export const WRAPPED: Shape = {
  readArguments: (what) => ({ what }),
  values: ['values'],
  writeArguments: (values) => ({ values }),
  understood: ['understood'],
};
/** The one part's element holds the values themselves. */
export const BARE: Shape = {
  readArguments: (what) => ({ '#text': what }),
  values: [],
  writeArguments: (values) => values,
  understood: ['#text'],
};
export const RPC: Shape = WRAPPED;

const COMPANY = { '#type': 'company', '@role': 'plaintiff', name: '虚构公司', licence: '913799' };
const MINOR = { '#type': 'minor', '@role': 'defendant', name: '王拟丙', age: '17' };
const NOTE = {
  '#content': ['依照 ', ['law', '第一百条'], ' 和 ', ['law', '第二条'], ' 办理'],
} as const;

export const READS: readonly Read[] = [
  ['text with markup and spaces about it', 'text', 'text', '  <甲>&"乙" ]]> 丙𠮷  '],
  ['empty text', 'empty', 'remark', ''],
  ['nil', 'nil', 'remark', null],
  ['absent', 'absent', 'remark', undefined],
  ['xs:integer of 18 digits', 'numbers', 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', 'numbers', 'count', '9007199254740993'],
  ['xs:decimal', 'numbers', 'amount', '12345678901234567.890'],
  ['xs:double', 'numbers', 'ratio', 'INF'],
  ['xs:boolean', 'numbers', 'closed', 'true'],
  ['enumeration', 'numbers', 'stage', 'TRIAL'],
  ['xs:date with a zone', 'dates', 'day', '2024-01-02+08:00'],
  ['xs:time', 'dates', 'time', '09:00:00'],
  ['xs:dateTime without a zone', 'moments', 'moment', '2024-01-02T03:04:05.678901'],
  ['xs:base64Binary', 'bytes', 'bytes', 'AAH+/w=='],
  ['xs:hexBinary', 'bytes', 'hex', '0001FEFF'],
  ['xs:list', 'list', 'codes', '7 8 9'],
  ['list of none', 'none', 'name', []],
  ['list of one', 'one', 'name', ['甲']],
  ['list of many, with an empty one', 'many', 'name', ['甲', '', '乙']],
  ['list of no records', 'none', 'party', []],
  ['list of one record', 'one', 'party', [MINOR]],
  ['list of many records', 'many', 'party', [COMPANY, MINOR]],
  ['list in an element of its own', 'none', 'lawyers', { lawyer: [] }],
  ['derived type (xsi:type)', 'derived', 'person', { ...MINOR, guardian: COMPANY }],
  ['choice', 'choice', 'phone', '13900000000'],
  ['attribute', 'attributes', '@serial', '379999198506120130'],
  ['mixed content', 'mixed', 'note', NOTE],
  ['substituted element', 'substituted', 'bail', { since: '2025-03-14', deposit: '5000.00' }],
  ['xs:any', 'any', '#content', [['{urn:elsewhere}stamp', { '#content': [['{urn:elsewhere}by', '虚构机关']] }]]],
];

export const WRITES: readonly Write[] = [
  ['text with markup and spaces about it', { text: '  <甲>&"乙" ]]> 丙𠮷  ' }, 'text', '"  <甲>&"乙" ]]> 丙𠮷  "'],
  ['text with line ends', { text: '甲\r\n乙\t丙' }, 'text', '"甲\\r\\n乙\\t丙"'],
  ['text that looks like CDATA', { text: '<![CDATA[<甲>]]>' }, 'text', '"<![CDATA[<甲>]]>"'],
  ['empty text', { remark: '' }, 'remark', '""'],
  ['nil', { remark: null }, 'remark', 'nil'],
  ['absent', {}, 'remark', 'absent'],
  ['xs:integer of 18 digits', { whole: '379999198506120130' }, 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', { count: '9007199254740993' }, 'count', '9007199254740993'],
  ['xs:decimal', { amount: '12345678901234567.890' }, 'amount', '12345678901234567.890'],
  ['xs:double', { ratio: 'INF' }, 'ratio', 'Infinity'],
  ['xs:boolean', { closed: 'true' }, 'closed', 'true'],
  ['enumeration', { stage: 'TRIAL' }, 'stage', 'TRIAL'],
  ['xs:date with a zone', { day: '2024-01-02+08:00' }, 'day', '2024-01-02+08:00'],
  ['xs:time', { time: '09:00:00' }, 'time', '09:00:00'],
  ['xs:dateTime without a zone', { moment: '2024-01-02T03:04:05.678901' }, 'moment', '2024-01-02T03:04:05.678901'],
  ['xs:base64Binary', { bytes: 'AAH+/w==' }, 'bytes', '[0, 1, -2, -1]'],
  ['xs:hexBinary', { hex: '0001FEFF' }, 'hex', '[0, 1, -2, -1]'],
  ['xs:list', { codes: '7 8 9' }, 'codes', '[7, 8, 9]'],
  ['list of none', { name: [] }, 'name', '[]'],
  ['list of one', { name: ['甲'] }, 'name', '[甲]'],
  ['list of many, with an empty one', { name: ['甲', '', '乙'] }, 'name', '[甲, , 乙]'],
  ['list with a nil', { name: ['甲', null] }, 'name', '[甲, null]'],
  [
    'list of many records',
    { party: [COMPANY, { '@role': 'victim', name: '赵拟丁' }] },
    'party',
    '[Company plaintiff 虚构公司 913799, Party victim 赵拟丁]',
  ],
  ['list in an element of its own', { lawyers: { lawyer: ['何律师', '吕律师'] } }, 'lawyer', '[何律师, 吕律师]'],
  [
    'derived type (xsi:type)',
    { person: { ...MINOR, guardian: COMPANY } },
    'person',
    'Minor defendant 王拟丙 17 of Company plaintiff 虚构公司 913799',
  ],
  ['choice', { phone: '13900000000' }, 'contact', 'String 13900000000'],
  ['attribute', { '@serial': '379999198506120130' }, 'serial', '379999198506120130'],
  ['fields in another order', { count: '2', text: '甲' }, 'count', '2'],
  ['mixed content', { note: NOTE }, 'note', '依照 <第一百条> 和 <第二条> 办理'],
  ['substituted element', { bail: { since: '2025-03-14', deposit: '5000.00' } }, 'measure', 'bail 2025-03-14 5000.00'],
  ['xs:any', { '#content': [['{urn:elsewhere}stamp', '虚构机关']] }, 'other', '{urn:elsewhere}stamp 虚构机关'],
];

/** What is not allowed, in the words for the table; values that break the schema so; how the service's own validator (Xerces) says it. */
export const NOT_ALLOWED: readonly (readonly [values: string, sent: XmlRecord, says: string])[] = [
  ['unknown field', { party: [{ '@role': 'victim', name: '赵拟丁', nmae: '赵拟丁' }] }, 'cvc-complex-type.2.4.d'],
  ['required attribute missing', { party: [{ name: '赵拟丁' }] }, 'cvc-complex-type.4'],
  ['required element missing', { party: [{ '@role': 'victim' }] }, 'cvc-complex-type.2.4.b'],
  ['both branches of a choice', { phone: '13900000000', licence: '1' }, 'cvc-complex-type.2.4.a'],
  ['several values where one may be', { text: ['甲', '乙'] }, 'cvc-complex-type.2.4.a'],
  ['not in the enumeration', { stage: 'APPEAL' }, 'cvc-enumeration-valid'],
  ['out of pattern', { phone: '110' }, 'cvc-pattern-valid'],
  ['too many digits', { amount: '1.2345' }, 'cvc-fractionDigits-valid'],
  ['beyond xs:int', { codes: '2147483648' }, 'cvc-maxInclusive-valid'],
  ['no number', { codes: '十' }, 'Not a number'],
  ['no such day', { day: '2024-02-30' }, 'not a valid representation'],
  ['control character', { text: '甲\u0001乙' }, 'Illegal character'],
];
