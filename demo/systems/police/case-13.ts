import { bail, handling, item, measure, outgoing, police, RECORD, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_13: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025040013',
    AJMC: '韩拟戌诈骗案',
    AJLBDM: '050300',
    AJZT: '11',
    SLSJ: '2025-04-14 14:00:00',
    LASJ: '2025-04-15 10:00:00',
    ...handling(STAFF.zhao),
    JYAQ: '韩拟戌冒充客服骗取钱款。',
  },
  parties: [suspect('han')],
  measures: [
    measure('01', 1, { KSSJ: '2025-04-16 08:30:00', JZSJ: '2025-04-16 20:30:00', JCSJ: '2025-04-16 15:00:00' }),
    bail(1, '2025-04-16 15:00:00', '2026-04-16', ''),
  ],
  documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00020号', '2025-06-13')],
  transfers: [
    outgoing('20', '3', '2025-06-16 08:30:00', '2025-06-16 08:40:00', [
      item('02', '起诉意见书', 1),
      item('03', '诉讼卷宗'),
      item('04', '证据材料'),
      { ...item('05', '随案移送清单'), YBBZ: '0' },
    ]),
  ],
};
