import { handling, measure, OTHER_POLICE, RECORD, suspect } from '#demo/systems/police/parts.ts';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { STAFF } from '#demo/world/staff.ts';

export const CASE_11: PoliceFile = {
  record: {
    ...RECORD,
    AJBH: 'A4399990000002025040011',
    AJMC: '何拟午盗窃案',
    AJLBDM: '050200',
    AJZT: '11',
    SLSJ: '2025-04-14 08:00:00',
    LASJ: '2025-04-15 09:00:00',
    JGDM: OTHER_POLICE,
    BADWDM: '439999050000',
    BADWMC: '拟设县公安局刑事侦查大队',
    ...handling(STAFF.liu),
    FADD: '拟设县',
    JYAQ: '何拟午入室盗窃，在本县无固定住处。',
  },
  parties: [suspect('he')],
  measures: [
    {
      ...measure('04', 1, { KSSJ: '2025-04-18 10:00:00', JZSJ: '2025-10-18', JCSJ: '' }),
      JDJG: OTHER_POLICE,
      ZXJG: OTHER_POLICE,
    },
  ],
};
