import { packed, referral } from '#demo/systems/procuratorate-12309/papers.ts';
import { aliased, INTAKE, LI, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002025020006';

/** Protected identities. */
export const CASE_6: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000016号',
      TYSAH: '37999920250000600',
      AJZT: '21',
      SLRQ: '20250530',
      SCJMRQ: '20250630',
      GAAJBH: [POLICE_CASE],
      CBR: [LI, INTAKE],
    },
    people: [suspect('wei'), aliased('02', '被害人甲'), aliased('03', '证人甲')],
    transfers: [
      referral(
        '20250530093000',
        '20250530101000',
        packed(POLICE_CASE, 2, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00018号', '20250530'),
      ),
    ],
  },
];
