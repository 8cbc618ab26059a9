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
  toParty,
} from '#demo/systems/court-12368/file.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { LAWYERS, STAFF } from '#demo/world/staff.ts';

const AH = '（2025）鲁9999刑初999901号';
const KTBH = 'KT-9999-2025-000001';
const { zhang, li, wang } = PEOPLE;

const served = (time: string) => [
  toParty('1', zhang.name, `2025-06-13 ${time}`),
  toParty('2', li.name, `2025-06-13 ${time}`),
  toParty('3', wang.name, `2025-06-13 ${time}`),
];
const summons = [
  { ...own(AH, 1, '0101', '传票', '2025-06-12'), served: [toParty('1', zhang.name, '2025-06-13 09:40:00')] },
  { ...own(AH, 2, '0101', '传票', '2025-06-12'), served: [toParty('2', li.name, '2025-06-13 10:10:00')] },
  own(AH, 3, '0101', '传票', '2025-06-12'),
] as const;

/** The reference case; the hearing is closed, since 王拟丙 is 17 (CPL 285), and he has his summons not yet. */
export const CASE_1: CourtFile = {
  ...RECORD,
  AH,
  AJMC: '张拟甲等盗窃案',
  AY: 'X0264',
  ZT: '05',
  SYCX: '1',
  SLRQ: day('2025-05-28'),
  LARQ: day('2025-05-29'),
  SXJMRQ: day('2025-07-29'),
  JCSLAH: '虚检刑诉受〔2025〕379999000011号',
  HYT: [presiding(STAFF.lin), judge(STAFF.fang), assessor(STAFF.meng)],
  SJY: clerk(STAFF.clerk),
  KT: [{ ...hearing(KTBH, '2025-06-24 09:00:00', '第三法庭'), SFGK: '0' }],
  DL: [{ DSRXH: '1', DLLX: '1', LSZH: LAWYERS.he.licenceNo, LSXM: LAWYERS.he.name, QSRQ: day('2025-06-03'), ZZRQ: '' }],
  KTTZ: [
    { KTBH, DSRXH: '1', WSBH: summons[0].WSBH, ZWTZRQ: day('2025-06-21'), TZSDSJ: '2025-06-13 09:40:00' },
    { KTBH, DSRXH: '2', WSBH: summons[1].WSBH, ZWTZRQ: day('2025-06-21'), TZSDSJ: '2025-06-13 10:10:00' },
    { KTBH, DSRXH: '3', WSBH: summons[2].WSBH, ZWTZRQ: day('2025-06-21'), TZSDSJ: '' },
  ],
  JZWS: documents(
    { ...indictment('JCWSS2025379999000011-03', '虚检刑诉〔2025〕11号', '2025-05-28'), served: served('09:30:00') },
    ...summons,
  ),
};
