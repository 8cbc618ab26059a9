import {
  fromPolice,
  own,
  packed,
  referral,
  servedOnPolice,
  toPolice,
} from '#demo/systems/procuratorate-12309/papers.ts';
import { INTAKE, LI, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002025010003';

/** The second return for supplementary investigation. */
export const CASE_3: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000013号',
      TYSAH: '37999920250000300',
      AJZT: '30',
      SLRQ: '20250303',
      SCJMRQ: '00000000',
      TBCS: '2',
      GAAJBH: [POLICE_CASE],
      CBR: [LI, INTAKE],
    },
    people: [suspect('qian')],
    documents: [
      servedOnPolice(own('0201', '补充侦查提纲', '虚检补侦〔2025〕2号', '20250331'), '20250331110000'),
      servedOnPolice(own('0201', '补充侦查提纲', '虚检补侦〔2025〕5号', '20250530'), '20250530110500'),
    ],
    returns: [
      { TBRQ: '20250331', CBRQ: '20250430', outline: 1 },
      { TBRQ: '20250530', CBRQ: '', outline: 2 },
    ],
    transfers: [
      referral(
        '20250303090000',
        '20250303100000',
        packed(POLICE_CASE, 4, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00005号', '20250303'),
      ),
      { ...toPolice('0202', '20250331100000', '20250331110000', [1]), LC: '1' },
      {
        ...fromPolice('0203', '20250430090000', '20250430100000', [
          packed(POLICE_CASE, 6, 'GA10', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00001号', '20250430'),
        ]),
        LC: '1',
      },
      { ...toPolice('0202', '20250530092000', '20250530110500', [2]), YSZT: '4', LC: '2' },
    ],
  },
];
