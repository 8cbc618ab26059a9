import { bail, handling, RECORD, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_9: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025020009',
    AJMC: '褚拟丑诈骗案',
    AJLBDM: '059900',
    AJZT: '20',
    SLSJ: '2025-02-10',
    LASJ: '2025-02-12',
    ...handling(STAFF.tao),
    HBRGH: `${STAFF.pan.staffNo}，${STAFF.shi.staffNo}`,
    QSSAH: '虚检刑诉受〔2025〕379999000009号',
    FYAH: '（2025）鲁9999刑初999909号',
    JYAQ: '褚拟丑虚构投资项目骗取钱款。',
    MJDM: '',
  },
  parties: [suspect('chu')],
  measures: [bail(1, '2025-02-18 10:00:00', '2026-02-18', '')],
};
