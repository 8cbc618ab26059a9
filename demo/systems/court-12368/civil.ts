import { documents } from '#demo/systems/court-12368/documents.ts';
import {
  type CourtFile,
  clerk,
  day,
  hearing,
  judge,
  mediator,
  own,
  RECORD,
  toParty,
} from '#demo/systems/court-12368/file.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { STAFF } from '#demo/world/staff.ts';

const CASE_5 = '（2025）鲁9999民初999905号';
const CASE_5_MEDIATION = '（2025）鲁9999诉前调999915号';
const KTBH = 'KT-9999-2025-000005';
const { zheng, hua } = PEOPLE;

const summons = [
  { ...own(CASE_5, 4, '0101', '传票', '2025-06-12'), served: [toParty('1', zheng.name, '2025-06-13 15:20:00')] },
  own(CASE_5, 5, '0101', '传票', '2025-06-12'),
] as const;

export const CIVIL_FILES: readonly CourtFile[] = [
  {
    ...RECORD,
    AH: CASE_5,
    AJMC: '郑拟寅与华拟卯民间借贷纠纷',
    AY: 'M0103',
    ZT: '05',
    SYCX: '1',
    SLRQ: day('2025-06-03'),
    LARQ: day('2025-06-03'),
    SXJMRQ: day('2025-12-03'),
    BDJE: '880000.00',
    PTTYAH: 'ZF-2025-000005',
    GLAJAH: [CASE_5_MEDIATION],
    HYT: [judge(STAFF.lin)],
    SJY: clerk(STAFF.clerk),
    KT: [hearing(KTBH, '2025-06-26 14:30:00', '第五法庭')],
    KTTZ: [
      { KTBH, DSRXH: '1', WSBH: summons[0].WSBH, ZWTZRQ: day('2025-06-23'), TZSDSJ: '2025-06-13 15:20:00' },
      { KTBH, DSRXH: '2', WSBH: summons[1].WSBH, ZWTZRQ: day('2025-06-23'), TZSDSJ: '' },
    ],
    JFTZ: [
      {
        ...{ JFTZSH: 'JF-9999-2025-000005', JFJE: '12800.00', JFTZRQ: day('2025-06-13'), JFJZRQ: day('2025-06-20') },
        ...{ JFZT: '1', JFRXH: '1' },
      },
    ],
    JZWS: documents(
      {
        ...own(CASE_5, 1, '0401', '受理案件通知书', '2025-06-03'),
        served: [toParty('1', zheng.name, '2025-06-04 09:15:00')],
      },
      {
        ...own(CASE_5, 2, '0402', '应诉通知书', '2025-06-04'),
        served: [
          { ...toParty('2', hua.name, '2025-06-05 10:00:00'), SDFS: '4', SFSD: '0' },
          toParty('2', hua.name, '2025-06-09 11:30:00'),
        ],
      },
      {
        ...own(CASE_5, 3, '0404', '交费通知书', '2025-06-13'),
        served: [toParty('1', zheng.name, '2025-06-13 15:20:00')],
      },
      ...summons,
    ),
  },
  {
    ...RECORD,
    AH: '(2014)虚民初字第123号',
    // The code of an area that was abolished in 2010; the court went on writing it.
    FYDM: '379998',
    AJMC: '㛃拟𠮷与鲁拟川合同纠纷',
    ZT: '12',
    LARQ: day('2014-03-11'),
    SXRQ: '0000-00-00 00:00:00',
    MJ: '',
    PTTYAH: 'ZF-2014-000008',
    HYT: [judge(STAFF.zhou)],
  },
];

export const MEDIATION_FILES: readonly CourtFile[] = [
  {
    ...RECORD,
    AH: CASE_5_MEDIATION,
    AJMC: '郑拟寅与华拟卯民间借贷纠纷',
    AY: 'M0103',
    ZT: '11',
    SLRQ: day('2025-05-06'),
    LARQ: day('2025-05-06'),
    SXJMRQ: day('2025-06-05'),
    BDJE: '880000.00',
    PTTYAH: 'ZF-2025-000005',
    GLAJAH: [CASE_5],
    TJY: mediator(STAFF.gao),
  },
  {
    ...RECORD,
    AH: '（2025）鲁9999诉前调999914号',
    AJMC: '郑拟寅与华拟卯物权保护纠纷',
    AY: 'M0035',
    ZT: '12',
    SLRQ: day('2025-05-19'),
    LARQ: day('2025-05-20'),
    SXJMRQ: day('2025-06-19'),
    SXRQ: day('2025-06-05'),
    PTTYAH: 'ZF-2025-000014',
    TJY: mediator(STAFF.gao),
    JZWS: documents({
      ...own('（2025）鲁9999诉前调999914号', 1, '9201', '人民调解协议书', '2025-06-05'),
      ZZDW: 'RMTJ379999',
      served: [toParty('1', zheng.name, '2025-06-05 16:00:00'), toParty('2', hua.name, '2025-06-05 16:00:00')],
    }),
  },
];
