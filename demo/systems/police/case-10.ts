import { bail, handling, outgoing, police, RECORD, referral, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_10: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002024110010',
    AJMC: '秦拟未故意伤害案',
    AJLBDM: '040103',
    AJZT: '20',
    SLSJ: '20241118203000',
    LASJ: '20241119100000',
    ...handling(STAFF.zhao),
    QSSAH: '虚检刑诉受〔2025〕379999000010号',
    FYAH: '（2025）鲁9999刑初999910号',
    BAAJBH: 'A3799990000002024110011',
    JYAQ: '秦拟未与尤拟申先后殴打他人，两案并案侦查。',
  },
  parties: [suspect('qin')],
  measures: [bail(1, '20241120093000', '20251120', '')],
  documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00001号', '20250110')],
  transfers: [outgoing('20', '8', '20250110090000', '20250110100000', referral(1))],
};

export const CASE_10_JOINED: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002024110011',
    AJMC: '尤拟申故意伤害案',
    AJLBDM: '040103',
    AJZT: '20',
    SLSJ: '20241122091500',
    LASJ: '20241122170000',
    ...handling(STAFF.zhao),
    QSSAH: '虚检刑诉受[2025]379999000010号',
    BAAJBH: 'A3799990000002024110010',
    JYAQ: '尤拟申殴打他人，并入秦拟未案。',
  },
  parties: [suspect('you')],
  measures: [bail(1, '20241125100000', '20251125', '')],
};
