import { fromPolice, material, materialsOfReferral, packed } from '#demo/systems/procuratorate-12309/papers.ts';
import { personKey, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { OFFICE } from '#demo/systems/procuratorate-12309/review-file.ts';
import { STAFF } from '#demo/world/staff.ts';
import type { IncomingRow, ManagerRow } from '#simulators/procuratorate-12309/rows.ts';

const POLICE_CASE = 'A3799990000002025040013';

const { package: _1, materials: _2, ...referred } = fromPolice('0201', '20250616083000', '20250616084000', []);

/** Case 13: it came in today, one thing of the list is missing, and nobody has accepted it. */
export const INCOMING: readonly IncomingRow[] = [
  {
    ...referred,
    YSBH: 'YS20250616-0001',
    YSZT: '3',
    MJ: '0',
    THBH: '',
    GAAJBH: [POLICE_CASE],
    RY: [{ ...suspect('han'), RYXH: personKey(0), JDWSBH: '', TGWSBH: '' }],
    WS: [packed(POLICE_CASE, 1, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00020号', '20250613')],
    CL: [...materialsOfReferral(), { ...material('05', '随案移送清单'), SFYF: '0', BZ: '未见清单' }],
  },
];

export const MANAGERS: readonly ManagerRow[] = [{ DWDM: OFFICE, RYGH: STAFF.intake.staffNo }];
