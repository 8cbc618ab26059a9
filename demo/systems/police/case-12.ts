import { bail, handling, outgoing, police, RECORD, referral, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_12: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025010012',
    AJMC: '沈拟酉故意伤害案',
    AJLBDM: '040103',
    AJZT: '20',
    SLSJ: '20250113100000',
    LASJ: '20250114100000',
    ...handling(STAFF.zhao),
    QSSAH: '虚检刑诉受〔2025〕379999000012号',
    FYAH: '（2025）鲁9999刑初999912号',
    JYAQ: '沈拟酉因琐事打伤他人。',
  },
  parties: [suspect('shen')],
  measures: [bail(1, '20250115090000', '20260115', '20250527')],
  documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00004号', '20250228')],
  transfers: [outgoing('20', '8', '20250228090000', '20250228100000', referral(1))],
};
