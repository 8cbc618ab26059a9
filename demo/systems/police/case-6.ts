import { aliased, handling, measure, outgoing, police, RECORD, referral, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_6: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025020006',
    AJMC: '卫拟戊敲诈勒索案',
    AJLBDM: '050700',
    AJZT: '20',
    SLSJ: '2025-02-17 09:00:00',
    LASJ: '2025-02-18 09:00:00',
    ...handling(STAFF.wang),
    QSSAH: '虚检刑诉受〔2025〕379999000016号',
    JYAQ: '卫拟戊多次向许拟巳（379999199802140464）勒索财物，陈拟辰（13900009951）在场目睹。',
  },
  parties: [suspect('wei'), aliased('02', 'xu', '被害人甲'), aliased('03', 'chen', '证人甲')],
  measures: [measure('03', 1, { KSSJ: '2025-02-20 11:00:00', JZSJ: '2025-08-20', JCSJ: '' }, 1)],
  documents: [
    police('0402', '监视居住决定书', '虚公（刑）监居字〔2025〕00001号', '2025-02-20'),
    police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00018号', '2025-05-30'),
  ],
  transfers: [outgoing('20', '8', '2025-05-30 09:30:00', '2025-05-30 10:10:00', referral(2))],
};
