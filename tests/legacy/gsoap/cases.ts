import type { Read, Shape, Write } from '#tests/legacy/values.ts';

export const SHAPE: Shape = {
  readArguments: (what) => ({ what }),
  values: ['values'],
  writeArguments: (values) => ({ values: { count: '0', ...values } }),
  understood: ['understood'],
};

const GUARDIAN = { name: '赵拟丁' };

export const READS: readonly Read[] = [
  ['text with markup and spaces about it', 'text', 'text', '  <甲>&"乙" ]]> 丙𠮷  '],
  ['empty text', 'empty', 'text', ''],
  ['absent', 'absent', 'text', undefined],
  ['xs:integer of 18 digits', 'numbers', 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', 'numbers', 'count', '9007199254740993'],
  ['xs:decimal', 'numbers', 'amount', '12345678901234567.890'],
  ['xs:date with a zone', 'dates', 'day', '2024-01-02+08:00'],
  ['xs:base64Binary', 'bytes', 'bytes', 'AAH+/w=='],
  ['list of none', 'none', 'names', []],
  ['list of one', 'one', 'names', ['甲']],
  ['list of many, one left out (position)', 'many', 'names', ['甲', null, '乙']],
  ['list of no records', 'none', 'parties', []],
  ['list of one record', 'one', 'parties', [{ name: '张拟甲' }]],
  ['list of many records', 'many', 'parties', [{ name: '张拟甲' }, { name: '李拟乙' }]],
  [
    'what several share (multiRef)',
    'shared',
    'parties',
    [
      { name: '张拟甲', guardian: GUARDIAN },
      { name: '李拟乙', guardian: GUARDIAN },
    ],
  ],
];

export const WRITES: readonly Write[] = [
  ['text with markup and spaces about it', { text: '  <甲>&"乙" ]]> 丙𠮷  ' }, 'text', '  <甲>&"乙" ]]> 丙𠮷  '],
  ['text that looks like CDATA', { text: '<![CDATA[<甲>]]>' }, 'text', '<![CDATA[<甲>]]>'],
  ['absent', {}, 'text', 'absent'],
  ['xs:integer of 18 digits', { whole: '379999198506120130' }, 'whole', '379999198506120130'],
  ['xs:long beyond 2^53', { count: '9007199254740993' }, 'count', '9007199254740993'],
  ['xs:decimal', { amount: '12345678901234567.890' }, 'amount', '12345678901234567.890'],
  ['xs:date with a zone', { day: '2024-01-02+08:00' }, 'day', '2024-01-02+08:00'],
  ['xs:base64Binary', { bytes: 'AAH+/w==' }, 'bytes', '0001feff'],
  ['list of none', { names: [] }, 'names', ''],
  ['list of one', { names: ['甲'] }, 'names', '[甲]'],
  ['list of many, with a nil', { names: ['甲', null, '乙'] }, 'names', '[甲][null][乙]'],
  [
    'list of many records',
    { parties: [{ name: '张拟甲' }, { name: '李拟乙', guardian: GUARDIAN }] },
    'parties',
    '[张拟甲][李拟乙 of 赵拟丁]',
  ],
];
