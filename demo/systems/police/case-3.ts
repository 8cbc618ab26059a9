import {
  arrest,
  detention,
  handling,
  handover,
  held,
  incoming,
  item,
  outgoing,
  outline,
  POLICE,
  PROCURATORATE,
  police,
  procuratorate,
  RECORD,
  referral,
  reviewing,
  suspect,
} from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_3: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025010003',
    AJMC: '钱拟癸诈骗案',
    AJLBDM: '050300',
    AJZT: '21',
    SLSJ: '20250106083000',
    LASJ: '20250106153000',
    BCZCCS: 2,
    ...handling(STAFF.wang),
    ...reviewing(STAFF.fa),
    QSSAH: '虚检刑诉受〔2025〕379999000013号',
    JYAQ: '钱拟癸以代办手续为名骗取多人钱款。',
  },
  parties: [suspect('qian')],
  measures: [detention(1, '20250107100000', '20250121', '20250116', 2), arrest(1, '20250116143000', '20250530', 3)],
  custodies: [
    {
      ...held(1, PROCURATORATE, '2025-04-30', '2025-05-30'),
      handovers: [
        handover(POLICE, PROCURATORATE, '移送审查起诉', '2025-03-03'),
        handover(PROCURATORATE, POLICE, '第一次退回补充侦查', '2025-03-31'),
        handover(POLICE, PROCURATORATE, '补充侦查后重新移送审查起诉', '2025-04-30'),
        { ...handover(PROCURATORATE, POLICE, '第二次退回补充侦查', '2025-05-30'), JSSJ: '', HZSJ: '' },
      ],
    },
  ],
  documents: [
    police('0201', '立案决定书', '虚公（刑）立字〔2025〕00002号', '20250106'),
    police('0301', '拘留证', '虚公（刑）拘字〔2025〕00001号', '20250107'),
    police('0601', '逮捕证', '虚公（刑）捕字〔2025〕00001号', '20250116'),
    police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00005号', '2025-03-03'),
    procuratorate('JCWSS2025379999000013-01', '2201', '补充侦查提纲', '虚检补侦〔2025〕2号', '2025-03-31'),
    police('1001', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00001号', '2025-04-30'),
    procuratorate('JCWSS2025379999000013-02', '2201', '补充侦查提纲', '虚检补侦〔2025〕5号', '2025-05-30'),
  ],
  transfers: [
    outgoing('20', '8', '2025-03-03 09:00:00', '2025-03-03 10:00:00', referral(4)),
    { ...incoming('21', '8', '2025-03-31 10:00:00', '2025-03-31 11:00:00', outline(5)), YSCS: 1 },
    {
      ...outgoing('22', '8', '2025-04-30 09:00:00', '2025-04-30 10:00:00', [item('13', '补充侦查报告书', 6)]),
      YSCS: 1,
    },
    { ...incoming('21', '4', '2025-05-30 09:20:00', '2025-05-30 11:05:00', outline(7)), YSCS: 2 },
  ],
};
