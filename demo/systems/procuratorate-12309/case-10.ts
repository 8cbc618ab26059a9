import { indictment, packed, prosecution, referral } from '#demo/systems/procuratorate-12309/papers.ts';
import { decided, INTAKE, LI, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

/** Two police cases joined. */
export const CASE_10: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受［2025］379999000010号',
      TYSAH: '',
      AJZT: '40',
      SLRQ: '20250110',
      SCJMRQ: '20250210',
      GAAJBH: ['A3799990000002024110010', 'A3799990000002024110011'],
      FYAH: '（2025）鲁9999刑初999910号',
      CBR: [LI, INTAKE],
    },
    people: [
      { ...suspect('qin'), ...decided('21', '20250207', 1) },
      { ...suspect('you'), ...decided('21', '20250207', 1) },
    ],
    documents: [indictment('虚检刑诉〔2025〕2号', '20250207')],
    transfers: [
      referral(
        '20250110090000',
        '20250110100000',
        packed('A3799990000002024110010', 1, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00001号', '20250110'),
      ),
      prosecution('20250207150000', '20250207155000', 1),
    ],
  },
];
