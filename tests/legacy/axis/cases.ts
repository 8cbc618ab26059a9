import type { Read, Shape, Write } from '#tests/legacy/values.ts';

export const SHAPE: Shape = {
  readArguments: (what) => ({ name: what }),
  values: ['readReturn'],
  writeArguments: (values) => ({ values: { ...NOTHING, ...values } }),
  understood: ['writeReturn'],
};

/** Axis's beans have all their fields: an object that is not there is nil. */
const NOTHING = {
  amount: null,
  bytes: null,
  closed: 'false',
  count: '0',
  day: null,
  moment: null,
  names: null,
  parties: null,
  person: null,
  ratio: '0',
  text: null,
  whole: null,
};
const GUARDIAN = { guardian: null, name: '赵拟丁' };

export const READS: readonly Read[] = [
  ['text with markup and spaces about it', 'text', 'text', '  <甲>&"乙" ]]> 丙  '],
  ['empty text', 'empty', 'text', ''],
  ['nil', 'nil', 'text', null],
  ['xs:integer of 18 digits', 'numbers', 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', 'numbers', 'count', '9007199254740993'],
  ['xs:decimal', 'numbers', 'amount', '12345678901234567.890'],
  ['xs:double', 'numbers', 'ratio', '0.1'],
  ['xs:boolean', 'numbers', 'closed', 'true'],
  ['xs:date', 'dates', 'day', '2024-01-02'],
  ['xs:dateTime with a zone', 'dates', 'moment', '2024-01-01T19:04:05.678Z'],
  ['xs:base64Binary', 'bytes', 'bytes', 'AAH+/w=='],
  ['list of none', 'none', 'names', []],
  ['list of one', 'one', 'names', ['甲']],
  ['list of many, with a nil', 'many', 'names', ['甲', null, '乙']],
  ['list of no records', 'none', 'parties', []],
  ['list of one record', 'one', 'parties', [{ guardian: null, name: '张拟甲' }]],
  [
    'list of many records',
    'many',
    'parties',
    [
      { guardian: null, name: '张拟甲' },
      { guardian: null, name: '李拟乙' },
    ],
  ],
  [
    'what several share (multiRef)',
    'shared',
    'parties',
    [
      { guardian: GUARDIAN, name: '张拟甲' },
      { guardian: GUARDIAN, name: '李拟乙' },
    ],
  ],
  ['derived type (xsi:type)', 'derived', 'person', { '#type': 'Minor', age: '17', guardian: GUARDIAN, name: '王拟丙' }],
];

export const WRITES: readonly Write[] = [
  ['text with markup and spaces about it', { text: '  <甲>&"乙" ]]> 丙  ' }, 'text', '"  <甲>&"乙" ]]> 丙  "'],
  ['text that looks like CDATA', { text: '<![CDATA[<甲>]]>' }, 'text', '"<![CDATA[<甲>]]>"'],
  ['empty text', { text: '' }, 'text', '""'],
  ['nil', { text: null }, 'text', 'null'],
  ['xs:integer of 18 digits', { whole: '379999198506120130' }, 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', { count: '9007199254740993' }, 'count', '9007199254740993'],
  ['xs:decimal', { amount: '12345678901234567.890' }, 'amount', '12345678901234567.890'],
  ['xs:double', { ratio: '0.1' }, 'ratio', '0.1'],
  ['xs:boolean', { closed: 'true' }, 'closed', 'true'],
  ['xs:date', { day: '2024-01-02' }, 'day', '2024-01-02'],
  ['xs:dateTime with a zone', { moment: '2024-01-02T03:04:05.678+08:00' }, 'moment', '2024-01-01T19:04:05.678Z'],
  ['xs:base64Binary', { bytes: 'AAH+/w==' }, 'bytes', '[0, 1, -2, -1]'],
  ['list of none', { names: [] }, 'names', '[]'],
  ['list of one', { names: ['甲'] }, 'names', '[甲]'],
  ['list of many, with a nil', { names: ['甲', null, '乙'] }, 'names', '[甲, null, 乙]'],
  [
    'list of many records',
    {
      parties: [
        { guardian: null, name: '张拟甲' },
        { guardian: GUARDIAN, name: '李拟乙' },
      ],
    },
    'parties',
    '[Party 张拟甲, Party 李拟乙 of Party 赵拟丁]',
  ],
  [
    'derived type (xsi:type)',
    { person: { '#type': 'Minor', age: '17', guardian: GUARDIAN, name: '王拟丙' } },
    'person',
    'Minor 王拟丙 17 of Party 赵拟丁',
  ],
];
