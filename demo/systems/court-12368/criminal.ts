import { documents } from '#demo/systems/court-12368/documents.ts';
import {
  assessor,
  type CourtFile,
  clerk,
  day,
  hearing,
  indictment,
  judge,
  own,
  presiding,
  RECORD,
  toAgency,
  toParty,
} from '#demo/systems/court-12368/file.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { STAFF } from '#demo/world/staff.ts';

const PROCURATORATE = ['JCY379999', '虚构县人民检察院'] as const;
const CORRECTION = ['SQJZ379999', '虚构县社区矫正管理局'] as const;

const CASE_4 = '（2024）鲁9999刑初999904号';
const CASE_9 = '（2025）鲁9999刑初999909号';
const CASE_10 = '（2025）鲁9999刑初999910号';
const APPEAL_10 = '（2025）鲁99刑终999920号';
const CASE_12 = '(2025)鲁9999刑初999912号';

export const CRIMINAL_FILES: readonly CourtFile[] = [
  {
    ...RECORD,
    AH: CASE_4,
    AJMC: '冯拟子盗窃案',
    AY: 'X0264',
    ZT: '12',
    SYCX: '2',
    LARQ: day('2024-02-01'),
    SXJMRQ: day('2024-02-21'),
    SXRQ: day('2024-03-01'),
    SFFC: '1',
    JCSLAH: '虚检刑诉受〔2024〕379999000004号',
    HYT: [judge(STAFF.fang)],
    SJY: clerk(STAFF.ding),
    KT: [{ ...hearing('KT-9999-2024-000004', '2024-02-19 09:30:00', '少年法庭'), SFGK: '0' }],
    JZWS: documents(indictment('JCWSS2024379999000004-01', '虚检刑诉〔2024〕3号', '2024-01-26'), {
      ...own(CASE_4, 1, '0201', '刑事判决书', '2024-02-19'),
      WSWH: CASE_4,
    }),
  },
  {
    ...RECORD,
    AH: CASE_9,
    AY: 'X0266',
    ZT: '04',
    SYCX: '1',
    SLRQ: day('2025-05-19'),
    LARQ: day('2025-05-20'),
    SXJMRQ: day('2025-07-20'),
    SXRQ: '0000-00-00 00:00:00',
    JCSLAH: '虚检刑诉受[2025]379999000009号',
    HYT: [presiding(STAFF.zhou), judge(STAFF.fang), { ...judge(STAFF.lin), TCRQ: day('2025-06-03') }],
    HB: [{ RYBH: STAFF.lin.staffNo, JDRQ: day('2025-06-03') }],
    JZWS: documents(
      indictment('JCWSS2025379999000009-01', '虚检刑诉〔2025〕9号', '2025-05-16'),
      own(CASE_9, 1, '0203', '回避决定书', '2025-06-03'),
    ),
  },
  {
    ...RECORD,
    AH: CASE_10,
    AJMC: '秦拟未、尤拟申故意伤害案',
    AY: 'X0234',
    ZT: '13',
    SYCX: '1',
    SLRQ: day('2025-02-07'),
    LARQ: day('2025-02-10'),
    SXJMRQ: day('2025-04-10'),
    JCSLAH: '虚检刑诉受［2025］379999000010号',
    GLAJAH: [APPEAL_10],
    HYT: [presiding(STAFF.zhou), judge(STAFF.fang), assessor(STAFF.meng)],
    SJY: clerk(STAFF.ding),
    KT: [
      hearing('KT-9999-2025-000010', '2025-03-20 09:00:00', '第一法庭'),
      { ...hearing('KT-9999-2025-000011', '2025-04-10 15:00:00', '第一法庭'), KTLX: '03' },
    ],
    JZWS: documents(indictment('JCWSS2025379999000010-01', '虚检刑诉〔2025〕2号', '2025-02-07'), {
      ...own(CASE_10, 1, '0201', '刑事判决书', '2025-04-10'),
      WSWH: CASE_10,
      served: [
        toParty('1', PEOPLE.qin.name, '2025-04-10 16:00:00'),
        toParty('2', PEOPLE.you.name, '2025-04-10 16:05:00'),
        toAgency(...PROCURATORATE, '2025-04-10 16:30:00'),
      ],
    }),
  },
  {
    ...RECORD,
    AH: APPEAL_10,
    FYDM: '鲁99',
    AJMC: '秦拟未上诉案',
    AY: 'X0234',
    ZT: '04',
    SYCX: '1',
    LARQ: day('2025-05-06'),
    SXJMRQ: day('2025-07-06'),
    QSAJAH: '(2025)鲁9999刑初999910号',
    HYT: [presiding(STAFF.upper), judge(STAFF.ning), judge(STAFF.xiang)],
    standing: { 1: '上诉人（原审被告人）', 2: '原审被告人' },
  },
  {
    ...RECORD,
    AH: CASE_12,
    AJMC: '沈拟酉故意伤害案',
    AY: 'X0234',
    ZT: '12',
    SYCX: '1',
    SLRQ: day('2025-03-31'),
    LARQ: day('2025-04-01'),
    SXJMRQ: day('2025-06-03'),
    SXRQ: day('2025-05-27'),
    JCSLAH: '虚检刑诉受〔2025〕379999000012号',
    HYT: [presiding(STAFF.zhou), judge(STAFF.fang), assessor(STAFF.meng)],
    KT: [hearing('KT-9999-2025-000012', '2025-05-15 09:30:00', '第一法庭')],
    JZWS: documents(
      indictment('JCWSS2025379999000012-01', '虚检刑诉〔2025〕6号', '2025-03-28'),
      {
        ...own(CASE_12, 1, '0201', '刑事判决书', '2025-05-15'),
        WSWH: CASE_12,
        served: [
          toParty('1', PEOPLE.shen.name, '2025-05-15 11:00:00'),
          toAgency(...PROCURATORATE, '2025-05-15 14:30:00'),
        ],
      },
      {
        ...own(CASE_12, 2, '0301', '执行通知书', '2025-05-29'),
        served: [toAgency(...CORRECTION, '2025-06-05 10:00:00')],
      },
    ),
  },
];
