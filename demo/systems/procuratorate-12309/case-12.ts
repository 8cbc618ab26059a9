import { indictment, packed, prosecution, referral } from '#demo/systems/procuratorate-12309/papers.ts';
import { decided, INTAKE, LI, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002025010012';

/** Prosecuted, and judged since. */
export const CASE_12: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000012号',
      TYSAH: '37999920250001200',
      AJZT: '40',
      SLRQ: '20250228',
      SCJMRQ: '20250328',
      GAAJBH: [POLICE_CASE],
      FYAH: '（2025）鲁9999刑初999912号',
      CBR: [LI, INTAKE],
    },
    people: [{ ...suspect('shen'), ...decided('21', '20250328', 1) }],
    documents: [indictment('虚检刑诉〔2025〕6号', '20250328')],
    transfers: [
      referral(
        '20250228090000',
        '20250228100000',
        packed(POLICE_CASE, 1, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00004号', '20250228'),
      ),
      prosecution('20250328100000', '20250328103000', 1),
    ],
  },
];
