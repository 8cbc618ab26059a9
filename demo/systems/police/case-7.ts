import { bail, handling, item, outgoing, police, RECORD, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_7: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025050007',
    AJMC: '蒋拟己抢劫案',
    AJLBDM: '050100',
    AJZT: '11',
    SLSJ: '2025-05-20 19:30:00',
    LASJ: '2025-05-21 09:00:00',
    ...handling(STAFF.wang),
    JYAQ: '蒋拟己持械抢劫路人。',
  },
  parties: [suspect('jiang')],
  measures: [bail(1, '2025-05-22 15:00:00', '2026-05-22', '')],
  documents: [police('0501', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00020号', '2025-06-10')],
  transfers: [outgoing('10', '8', '2025-06-10 10:00:00', '2025-06-10 11:00:00', [item('01', '提请批准逮捕书', 1)])],
};
