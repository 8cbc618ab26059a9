import {
  bail,
  handling,
  handover,
  held,
  item,
  outgoing,
  POLICE,
  PROCURATORATE,
  police,
  RECORD,
  suspect,
} from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const LABELLED: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A3799990000002025050099',
    AJMC: '杨拟亥案',
    AJLBDM: '010000',
    AJZT: '11',
    SLSJ: '2025-05-12 09:00:00',
    LASJ: '2025-05-12 15:00:00',
    ...handling(STAFF.tao),
    BPSAH: '虚检刑捕受〔2025〕379999000099号',
    JYAQ: '杨拟亥，案情不得外传。',
    MJDM: '2',
  },
  parties: [suspect('yang')],
  measures: [bail(1, '2025-05-13 09:00:00', '2026-05-13', '', 1)],
  custodies: [
    {
      ...held(1, PROCURATORATE, '2025-05-13', '2025-07-13'),
      handovers: [{ ...handover(PROCURATORATE, POLICE, '其他', '2025-05-20'), JSSJ: '', HZSJ: '' }],
    },
  ],
  documents: [police('0401', '取保候审决定书', '', '2025-05-13')],
  transfers: [outgoing('10', '2', '2025-06-12 09:00:00', '', [item('01', '提请批准逮捕书')])],
};
