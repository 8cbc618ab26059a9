import { bail, handling, minorSuspect, police, RECORD } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_4: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002023070004',
    AJMC: '冯拟子盗窃案',
    AJLBDM: '050200',
    AJZT: '20',
    SLSJ: '20230711101500',
    LASJ: '20230712090000',
    ...handling(STAFF.tao),
    QSSAH: '虚检刑诉受〔2024〕379999000004号',
    FYAH: '（2024）鲁9999刑初999904号',
    JYAQ: '冯拟子在校外盗窃。',
    FCBZ: '1',
    FCSJ: '20241101000000',
  },
  parties: [minorSuspect('feng')],
  measures: [bail(1, '20230713100000', '20240713', '20240712')],
  documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2024〕00003号', '20240105')],
};
