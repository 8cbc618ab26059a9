import {
  arrest,
  detention,
  handling,
  held,
  incoming,
  item,
  outgoing,
  POLICE,
  police,
  procuratorate,
  RECORD,
  supporting,
  suspect,
} from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { LAWYERS, STAFF } from '#demo/world/staff.ts';

export const CASE_2: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025060002',
    AJMC: '周拟庚等人寻衅滋事案',
    AJLBDM: '060113',
    AJZT: '11',
    SLSJ: '2025-06-03 22:15:00',
    LASJ: '2025-06-04 10:00:00',
    ...handling(STAFF.wang),
    ...supporting(STAFF.shi),
    BPSAH: '虚检刑捕受〔2025〕379999000002号',
    JYAQ: '2025年6月3日晚，周拟庚、吴拟辛、孙拟壬在虚构县某处滋事。',
  },
  parties: [suspect('zhou'), suspect('wu'), suspect('sun')],
  counsel: [{ party: 1, lawyer: LAWYERS.he, from: '20250607' }],
  measures: [
    detention(1, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 16:00:00', 1),
    arrest(1, '2025-06-15 16:00:00', '2025-08-15', 7),
    detention(2, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 17:00:00', 1),
    detention(3, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 17:00:00', 1),
  ],
  custodies: [
    held(1, POLICE, '2025-06-15', '2025-08-15'),
    { ...held(2, POLICE, '2025-06-05', '2025-06-19'), CSSJ: '2025-06-15 17:00:00' },
    { ...held(3, POLICE, '2025-06-05', '2025-06-19'), CSSJ: '2025-06-15 17:00:00' },
  ],
  documents: [
    police('0301', '拘留证', '虚公（刑）拘字〔2025〕00031号', '2025-06-05'),
    police('0501', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00019号', '2025-06-08'),
    procuratorate('JCWSB2025379999000002-01', '2101', '批准逮捕决定书', '虚检批捕〔2025〕12号', '2025-06-15'),
    procuratorate('JCWSB2025379999000002-02', '2102', '不批准逮捕决定书', '虚检不捕〔2025〕4号', '2025-06-15'),
    procuratorate('JCWSB2025379999000002-03', '2201', '补充侦查提纲', '', '2025-06-15'),
    procuratorate('JCWSB2025379999000002-04', '2102', '不批准逮捕决定书', '虚检不捕〔2025〕5号', '2025-06-15'),
    police('0601', '逮捕证', '虚公（刑）捕字〔2025〕00017号', '2025-06-15'),
    police('1103', '释放证明书', '虚公（刑）释字〔2025〕00003号', '2025-06-15'),
    police('1103', '释放证明书', '虚公（刑）释字〔2025〕00004号', '2025-06-15'),
  ],
  transfers: [
    outgoing('10', '8', '2025-06-09 08:50:00', '2025-06-09 09:20:00', [
      item('01', '提请批准逮捕书', 2),
      item('03', '诉讼卷宗'),
    ]),
    incoming('11', '8', '2025-06-15 14:30:00', '2025-06-15 15:00:00', [
      item('11', '批准逮捕决定书', 3),
      item('11', '不批准逮捕决定书', 4),
      item('12', '补充侦查提纲', 5),
      item('11', '不批准逮捕决定书', 6),
    ]),
  ],
};
