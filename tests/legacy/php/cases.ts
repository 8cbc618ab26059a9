import type { Read, Shape, Write } from '#tests/legacy/values.ts';

export const SHAPE: Shape = {
  readArguments: (what) => ({ what }),
  values: ['values'],
  writeArguments: (values) => ({ values }),
  understood: ['understood'],
};

const PARTY = { '@role': '被告人', name: '张拟甲', born: '1985-06-12' };

export const READS: readonly Read[] = [
  ['text with markup and spaces about it', 'text', 'text', '  <甲>&"乙" ]]> 丙  '],
  ['characters outside GBK, of four bytes', 'wide', 'text', '㛃拟𠮷€'],
  ['empty text', 'empty', 'text', ''],
  ['nil', 'nil', 'text', null],
  ['absent', 'absent', 'text', undefined],
  ['xs:integer of 18 digits', 'numbers', 'whole', '379999198506120130'],
  ['identifier typed as a number, with leading zeros', 'numbers', 'serial', '003799991985061201'],
  ['xs:long beyond 2^53', 'numbers', 'count', '9007199254740993'],
  ['xs:decimal', 'numbers', 'amount', '12345678901234567.890'],
  ['xs:boolean', 'numbers', 'closed', 'true'],
  ['xs:date with a zone', 'dates', 'day', '2024-01-02+08:00'],
  ['xs:dateTime without a zone', 'dates', 'moment', '2024-01-02T03:04:05.678901234'],
  ['xs:base64Binary', 'bytes', 'bytes', 'AAH+/w=='],
  ['xs:hexBinary', 'bytes', 'hex', '0001FEFF'],
  ['list of none', 'none', 'name', []],
  ['list of one', 'one', 'name', ['甲']],
  ['list of many, with an empty one', 'many', 'name', ['甲', '', '乙']],
  ['list of no records', 'none', 'party', []],
  ['list of one record', 'one', 'party', [PARTY]],
  ['list of many records', 'many', 'party', [PARTY, { name: '李拟乙' }]],
  ['derived type (xsi:type)', 'derived', 'party', [{ '#type': 'Minor', name: '王拟丙', age: '17' }]],
];

export const WRITES: readonly Write[] = [
  ['text with markup and spaces about it', { text: '  <甲>&"乙" ]]> 丙  ' }, 'text', '"  <甲>&\\"乙\\" ]]> 丙  "'],
  ['text that looks like CDATA', { text: '<![CDATA[<甲>]]>' }, 'text', '"<![CDATA[<甲>]]>"'],
  ['empty text', { text: '' }, 'text', '""'],
  ['nil', { text: null }, 'text', 'null'],
  ['absent', {}, 'text', 'absent'],
  ['xs:integer of 18 digits', { whole: '379999198506120130' }, 'whole', '379999198506120130'],
  [
    'identifier typed as a number, with leading zeros',
    { serial: '003799991985061201' },
    'serial',
    '"003799991985061201"',
  ],
  ['xs:long beyond 2^53', { count: '9007199254740993' }, 'count', '9007199254740993'],
  ['xs:decimal', { amount: '12345678901234567.890' }, 'amount', '"12345678901234567.890"'],
  ['xs:boolean', { closed: 'true' }, 'closed', 'true'],
  ['xs:date with a zone', { day: '2024-01-02+08:00' }, 'day', '"2024-01-02+08:00"'],
  [
    'xs:dateTime without a zone',
    { moment: '2024-01-02T03:04:05.678901234' },
    'moment',
    '"2024-01-02T03:04:05.678901234"',
  ],
  ['xs:base64Binary', { bytes: 'AAH+/w==' }, 'bytes', '"0001feff"'],
  ['xs:hexBinary', { hex: '0001FEFF' }, 'hex', '"0001feff"'],
  ['list of none', { name: [] }, 'name', 'absent'],
  ['list of one', { name: ['甲'] }, 'name', '["甲"]'],
  ['list of many, with an empty one', { name: ['甲', '', '乙'] }, 'name', '["甲","","乙"]'],
  [
    'list of many records',
    { party: [PARTY, { name: '李拟乙' }] },
    'party',
    '[{"name":"张拟甲","born":"1985-06-12","role":"被告人"},{"name":"李拟乙"}]',
  ],
  ['fields in another order', { closed: 'true', text: '甲' }, 'closed', 'true'],
];

/** RPC/encoded. */
export const ENCODED: Shape = SHAPE;

const GUARDIAN = { name: '赵拟丁' };

export const ENCODED_READS: readonly Read[] = [
  ['text with markup and spaces about it', 'text', 'text', '  <甲>&"乙" ]]> 丙  '],
  ['empty text', 'empty', 'text', ''],
  ['nil', 'nil', 'text', null],
  ['absent', 'absent', 'text', undefined],
  ['xs:integer of 18 digits', 'numbers', 'whole', '379999198506120130'],
  ['xs:decimal', 'numbers', 'amount', '12345678901234567.890'],
  ['xs:date with a zone', 'dates', 'day', '2024-01-02+08:00'],
  ['list of none', 'none', 'names', []],
  ['list of one', 'one', 'names', ['甲']],
  ['list of many, with a nil', 'many', 'names', ['甲', null, '乙']],
  ['list of no records', 'none', 'parties', []],
  ['list of one record', 'one', 'parties', [{ name: '张拟甲' }]],
  ['list of many records', 'many', 'parties', [{ name: '张拟甲' }, { name: '李拟乙' }]],
  [
    'what several share (href to an id in place)',
    'shared',
    'parties',
    [
      { name: '张拟甲', guardian: GUARDIAN },
      { name: '李拟乙', guardian: GUARDIAN },
    ],
  ],
];

export const ENCODED_WRITES: readonly Write[] = [
  ['text with markup and spaces about it', { text: '  <甲>&"乙" ]]> 丙  ' }, 'text', '"  <甲>&\\"乙\\" ]]> 丙  "'],
  ['text that looks like CDATA', { text: '<![CDATA[<甲>]]>' }, 'text', '"<![CDATA[<甲>]]>"'],
  ['nil', { text: null }, 'text', 'null'],
  ['absent', {}, 'text', 'absent'],
  ['xs:integer of 18 digits', { whole: '379999198506120130' }, 'whole', '379999198506120130'],
  ['xs:decimal', { amount: '12345678901234567.890' }, 'amount', '"12345678901234567.890"'],
  ['list of none', { names: [] }, 'names', '[]'],
  ['list of one', { names: ['甲'] }, 'names', '["甲"]'],
  ['list of many, with a nil', { names: ['甲', null, '乙'] }, 'names', '["甲",null,"乙"]'],
  [
    'list of many records',
    { parties: [{ name: '张拟甲' }, { name: '李拟乙', guardian: GUARDIAN }] },
    'parties',
    '[{"name":"张拟甲"},{"name":"李拟乙","guardian":{"name":"赵拟丁"}}]',
  ],
];
