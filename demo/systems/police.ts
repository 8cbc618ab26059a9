import { createHash } from 'node:crypto';
import { POLICE_PEOPLE, POLICE_STAFF, type PolicePersonKey } from '#demo/systems/police-people.ts';
import { CASES } from '#demo/world/cases.ts';
import type { Staff } from '#demo/world/staff.ts';
import type {
  CaseRow,
  CustodyRow,
  DocumentRow,
  HandoverRow,
  MaterialRow,
  MeasureRow,
  PartyRow,
  PoliceRows,
  TransferRow,
} from '#simulators/police/rows.ts';

/** What the police hold of a case; parties and documents are told by their place, from 1. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
interface PoliceFile {
  readonly record: CaseRow;
  readonly parties: readonly PartyInFile[];
  readonly measures?: readonly Measure[];
  readonly custodies?: readonly Custody[];
  readonly documents?: readonly Document[];
  readonly transfers?: readonly Transfer[];
}

type PartyInFile = Omit<PartyRow, 'RYBH' | 'AJBH'>;
type Measure = Omit<MeasureRow, 'CSBH' | 'AJBH' | 'RYBH' | 'WSBH'> & {
  readonly party: number;
  readonly document?: number;
};
type Custody = Omit<CustodyRow, 'ZYBH' | 'AJBH' | 'RYBH'> & {
  readonly party: number;
  readonly handovers: readonly Omit<HandoverRow, 'HYBH' | 'ZYBH'>[];
};
type Document = Omit<DocumentRow, 'WSBH' | 'AJBH' | 'ZYZ'>;
type Transfer = Omit<TransferRow, 'YSBH' | 'AJBH' | 'SARYBH'> & { readonly materials: readonly Material[] };
type Material = Omit<MaterialRow, 'YSBH' | 'XH' | 'WSBH'> & { readonly document?: number };

const POLICE = '379999000000';
const OTHER_POLICE = '439999000000';
const DETENTION_CENTRE = '379999540000';
const PROCURATORATE = 'J379999';
const COURT = 'F379999';

/** What most records have in common. */
const RECORD = {
  JGDM: POLICE,
  BADWDM: '379999050000',
  BADWMC: '虚构县公安局刑事侦查大队',
  BCZCCS: 0,
  ...supporting(null),
  ...reviewing(null),
  HBRGH: '',
  BPSAH: '',
  QSSAH: '',
  FYAH: '',
  BAAJBH: '',
  FADD: '虚构县',
  FCBZ: '0',
  FCSJ: '',
  MJDM: '0',
};

const FILES: readonly PoliceFile[] = [
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025030001',
      AJMC: '张拟甲等人盗窃案',
      AJLBDM: '050200',
      AJZT: '20',
      SLSJ: '2025-03-02 21:40:00',
      LASJ: '2025-03-03 09:30:00',
      BCZCCS: 1,
      ...handling(POLICE_STAFF.wang),
      ...supporting(POLICE_STAFF.shi),
      BPSAH: '虚检刑捕受[2025]379999000001号',
      QSSAH: '虚检刑诉受〔2025〕379999000011号',
      FYAH: '(2025)鲁9999刑初999901号',
      JYAQ: '2025年3月2日夜，张拟甲伙同李拟乙、王拟丙（379999200803020152）撬门进入赵拟丁住处，盗走现金及首饰。',
    },
    parties: [suspect('zhang'), suspect('li'), minorSuspect('wang'), party('02', 'zhao')],
    measures: [
      detention(1, '20250305140000', '20250319', '20250314152000', 3),
      arrest(1, '2025-03-14 15:20:00', '2025-07-29', 6),
      bail(2, '2025-03-14 16:00:00', '2026-03-14', '', 7),
      bail(3, '2025-03-14 16:30:00', '2026-03-14', '', 8),
    ],
    custodies: [
      {
        party: 1,
        KSSDM: DETENTION_CENTRE,
        BAJG: COURT,
        QXQSRQ: '2025-05-29',
        QXJZRQ: '2025-07-29',
        CSSJ: '',
        handovers: [
          handover(POLICE, PROCURATORATE, '移送审查起诉', '2025-04-07'),
          handover(PROCURATORATE, POLICE, '第一次退回补充侦查', '2025-04-21'),
          handover(POLICE, PROCURATORATE, '补充侦查后重新移送审查起诉', '2025-05-06'),
          handover(PROCURATORATE, COURT, '提起公诉', '2025-05-28'),
        ],
      },
    ],
    documents: [
      police('0201', '立案决定书', '虚公（刑）立字〔2025〕00012号', '2025-03-03 09:30:00'),
      { ...police('0398', '呈请刑事拘留报告书', '', '20250305'), JZLX: '2' },
      police('0301', '拘留证', '虚公（刑）拘字〔2025〕00009号', '20250305'),
      police('0501', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00007号', '2025-03-07 17:00:00'),
      procuratorate('2101', '批准逮捕决定书', '虚检批捕〔2025〕1号', '2025-03-14'),
      police('0601', '逮捕证', '虚公（刑）捕字〔2025〕00006号', '2025-03-14'),
      police('0401', '取保候审决定书', '虚公（刑）取保字〔2025〕00011号', '2025-03-14'),
      police('0401', '取保候审决定书', '虚公（刑）取保字〔2025〕00012号', '2025-03-14'),
      { ...police('0799', '现场勘验笔录', '', '2025-03-03'), QZBZ: '0', YQJG: '' },
      police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00010号', '2025-04-07'),
      procuratorate('2203', '补充侦查决定书', '虚检补侦〔2025〕1号', '2025-04-21'),
      procuratorate('2201', '补充侦查提纲', '', '2025-04-21'),
      police('1001', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00002号', '2025-05-06'),
    ],
    transfers: [
      outgoing('10', '8', '2025-03-07 17:20:00', '2025-03-07 17:40:00', [
        item('01', '提请批准逮捕书', 4),
        item('03', '诉讼卷宗'),
      ]),
      incoming('11', '8', '2025-03-14 14:10:00', '2025-03-14 14:30:00', [item('11', '批准逮捕决定书', 5)]),
      outgoing('20', '8', '2025-04-07 09:10:00', '2025-04-07 10:00:00', referral(10)),
      { ...incoming('21', '8', '2025-04-21 15:00:00', '2025-04-21 16:00:00', outline(11, 12)), YSCS: 1 },
      {
        ...outgoing('22', '8', '2025-05-06 09:00:00', '2025-05-06 10:30:00', [item('13', '补充侦查报告书', 13)]),
        YSCS: 1,
      },
    ],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025060002',
      AJMC: '周拟庚等人寻衅滋事案',
      AJLBDM: '060113',
      AJZT: '11',
      SLSJ: '2025-06-03 22:15:00',
      LASJ: '2025-06-04 10:00:00',
      ...handling(POLICE_STAFF.wang),
      ...supporting(POLICE_STAFF.shi),
      BPSAH: '虚检刑捕受〔2025〕379999000002号',
      JYAQ: '2025年6月3日晚，周拟庚、吴拟辛、孙拟壬在虚构县某处滋事。',
    },
    parties: [suspect('zhou'), suspect('wu'), suspect('sun')],
    measures: [
      detention(1, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 16:00:00', 1),
      arrest(1, '2025-06-15 16:00:00', '2025-08-15', 7),
      detention(2, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 17:00:00', 1),
      detention(3, '2025-06-05 09:00:00', '2025-06-19', '2025-06-15 17:00:00', 1),
    ],
    custodies: [
      held(1, POLICE, '2025-06-15', '2025-08-15'),
      { ...held(2, POLICE, '2025-06-05', '2025-06-19'), CSSJ: '2025-06-15 17:00:00' },
      { ...held(3, POLICE, '2025-06-05', '2025-06-19'), CSSJ: '2025-06-15 17:00:00' },
    ],
    documents: [
      police('0301', '拘留证', '虚公（刑）拘字〔2025〕00031号', '2025-06-05'),
      police('0501', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00019号', '2025-06-08'),
      procuratorate('2101', '批准逮捕决定书', '虚检批捕〔2025〕12号', '2025-06-15'),
      procuratorate('2102', '不批准逮捕决定书', '虚检不捕〔2025〕4号', '2025-06-15'),
      procuratorate('2201', '补充侦查提纲', '', '2025-06-15'),
      procuratorate('2102', '不批准逮捕决定书', '虚检不捕〔2025〕5号', '2025-06-15'),
      police('0601', '逮捕证', '虚公（刑）捕字〔2025〕00017号', '2025-06-15'),
      police('1103', '释放证明书', '虚公（刑）释字〔2025〕00003号', '2025-06-15'),
      police('1103', '释放证明书', '虚公（刑）释字〔2025〕00004号', '2025-06-15'),
    ],
    transfers: [
      outgoing('10', '8', '2025-06-09 08:50:00', '2025-06-09 09:20:00', [
        item('01', '提请批准逮捕书', 2),
        item('03', '诉讼卷宗'),
      ]),
      incoming('11', '8', '2025-06-15 14:30:00', '2025-06-15 15:00:00', [
        item('11', '批准逮捕决定书', 3),
        item('11', '不批准逮捕决定书', 4),
        item('12', '补充侦查提纲', 5),
        item('11', '不批准逮捕决定书', 6),
      ]),
    ],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025010003',
      AJMC: '钱拟癸诈骗案',
      AJLBDM: '050300',
      AJZT: '21',
      SLSJ: '20250106083000',
      LASJ: '20250106153000',
      BCZCCS: 2,
      ...handling(POLICE_STAFF.wang),
      ...reviewing(POLICE_STAFF.fa),
      QSSAH: '虚检刑诉受〔2025〕379999000013号',
      JYAQ: '钱拟癸以代办手续为名骗取多人钱款。',
    },
    parties: [suspect('qian')],
    measures: [detention(1, '20250107100000', '20250121', '20250116', 2), arrest(1, '20250116143000', '20250530', 3)],
    custodies: [
      {
        ...held(1, PROCURATORATE, '2025-04-30', '2025-05-30'),
        handovers: [
          handover(POLICE, PROCURATORATE, '移送审查起诉', '2025-03-03'),
          handover(PROCURATORATE, POLICE, '第一次退回补充侦查', '2025-03-31'),
          handover(POLICE, PROCURATORATE, '补充侦查后重新移送审查起诉', '2025-04-30'),
          { ...handover(PROCURATORATE, POLICE, '第二次退回补充侦查', '2025-05-30'), JSSJ: '', HZSJ: '' },
        ],
      },
    ],
    documents: [
      police('0201', '立案决定书', '虚公（刑）立字〔2025〕00002号', '20250106'),
      police('0301', '拘留证', '虚公（刑）拘字〔2025〕00001号', '20250107'),
      police('0601', '逮捕证', '虚公（刑）捕字〔2025〕00001号', '20250116'),
      police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00005号', '2025-03-03'),
      procuratorate('2201', '补充侦查提纲', '虚检补侦〔2025〕2号', '2025-03-31'),
      police('1001', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00001号', '2025-04-30'),
      procuratorate('2201', '补充侦查提纲', '虚检补侦〔2025〕5号', '2025-05-30'),
    ],
    transfers: [
      outgoing('20', '8', '2025-03-03 09:00:00', '2025-03-03 10:00:00', referral(4)),
      { ...incoming('21', '8', '2025-03-31 10:00:00', '2025-03-31 11:00:00', outline(5)), YSCS: 1 },
      {
        ...outgoing('22', '8', '2025-04-30 09:00:00', '2025-04-30 10:00:00', [item('13', '补充侦查报告书', 6)]),
        YSCS: 1,
      },
      { ...incoming('21', '4', '2025-05-30 09:20:00', '2025-05-30 11:05:00', outline(7)), YSCS: 2 },
    ],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002023070004',
      AJMC: '冯拟子盗窃案',
      AJLBDM: '050200',
      AJZT: '20',
      SLSJ: '20230711101500',
      LASJ: '20230712090000',
      ...handling(POLICE_STAFF.tao),
      QSSAH: '虚检刑诉受〔2024〕379999000004号',
      FYAH: '（2024）鲁9999刑初999904号',
      JYAQ: '冯拟子在校外盗窃。',
      FCBZ: '1',
      FCSJ: '20241101000000',
    },
    parties: [minorSuspect('feng')],
    measures: [bail(1, '20230713100000', '20240713', '20240712')],
    documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2024〕00003号', '20240105')],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025020006',
      AJMC: '卫拟戊敲诈勒索案',
      AJLBDM: '050700',
      AJZT: '20',
      SLSJ: '2025-02-17 09:00:00',
      LASJ: '2025-02-18 09:00:00',
      ...handling(POLICE_STAFF.wang),
      QSSAH: '虚检刑诉受〔2025〕379999000016号',
      JYAQ: '卫拟戊多次向许拟巳（379999199802140464）勒索财物，陈拟辰（13900009951）在场目睹。',
    },
    parties: [suspect('wei'), aliased('02', 'xu', '被害人甲'), aliased('03', 'chen', '证人甲')],
    measures: [measure('03', 1, { KSSJ: '2025-02-20 11:00:00', JZSJ: '2025-08-20', JCSJ: '' }, 1)],
    documents: [
      police('0402', '监视居住决定书', '虚公（刑）监居字〔2025〕00001号', '2025-02-20'),
      police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00018号', '2025-05-30'),
    ],
    transfers: [outgoing('20', '8', '2025-05-30 09:30:00', '2025-05-30 10:10:00', referral(2))],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025050007',
      AJMC: '蒋拟己抢劫案',
      AJLBDM: '050100',
      AJZT: '11',
      SLSJ: '2025-05-20 19:30:00',
      LASJ: '2025-05-21 09:00:00',
      ...handling(POLICE_STAFF.wang),
      JYAQ: '蒋拟己持械抢劫路人。',
    },
    parties: [suspect('jiang')],
    measures: [bail(1, '2025-05-22 15:00:00', '2026-05-22', '')],
    documents: [police('0501', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00020号', '2025-06-10')],
    transfers: [outgoing('10', '8', '2025-06-10 10:00:00', '2025-06-10 11:00:00', [item('01', '提请批准逮捕书', 1)])],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025020009',
      AJMC: '褚拟丑诈骗案',
      AJLBDM: '059900',
      AJZT: '20',
      SLSJ: '2025-02-10',
      LASJ: '2025-02-12',
      ...handling(POLICE_STAFF.tao),
      HBRGH: `${POLICE_STAFF.pan.staffNo}，${POLICE_STAFF.shi.staffNo}`,
      QSSAH: '虚检刑诉受〔2025〕379999000009号',
      FYAH: '（2025）鲁9999刑初999909号',
      JYAQ: '褚拟丑虚构投资项目骗取钱款。',
      MJDM: '',
    },
    parties: [suspect('chu')],
    measures: [bail(1, '2025-02-18 10:00:00', '2026-02-18', '')],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002024110010',
      AJMC: '秦拟未故意伤害案',
      AJLBDM: '040103',
      AJZT: '20',
      SLSJ: '20241118203000',
      LASJ: '20241119100000',
      ...handling(POLICE_STAFF.zhao),
      QSSAH: '虚检刑诉受〔2025〕379999000010号',
      FYAH: '（2025）鲁9999刑初999910号',
      BAAJBH: 'A3799990000002024110011',
      JYAQ: '秦拟未与尤拟申先后殴打他人，两案并案侦查。',
    },
    parties: [suspect('qin')],
    measures: [bail(1, '20241120093000', '20251120', '')],
    documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00001号', '20250110')],
    transfers: [outgoing('20', '8', '20250110090000', '20250110100000', referral(1))],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002024110011',
      AJMC: '尤拟申故意伤害案',
      AJLBDM: '040103',
      AJZT: '20',
      SLSJ: '20241122091500',
      LASJ: '20241122170000',
      ...handling(POLICE_STAFF.zhao),
      QSSAH: '虚检刑诉受[2025]379999000010号',
      BAAJBH: 'A3799990000002024110010',
      JYAQ: '尤拟申殴打他人，并入秦拟未案。',
    },
    parties: [suspect('you')],
    measures: [bail(1, '20241125100000', '20251125', '')],
  },
  {
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
      ...handling(POLICE_STAFF.liu),
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
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025010012',
      AJMC: '沈拟酉故意伤害案',
      AJLBDM: '040103',
      AJZT: '20',
      SLSJ: '20250113100000',
      LASJ: '20250114100000',
      ...handling(POLICE_STAFF.zhao),
      QSSAH: '虚检刑诉受〔2025〕379999000012号',
      FYAH: '（2025）鲁9999刑初999912号',
      JYAQ: '沈拟酉因琐事打伤他人。',
    },
    parties: [suspect('shen')],
    measures: [bail(1, '20250115090000', '20260115', '20250527')],
    documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00004号', '20250228')],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025040013',
      AJMC: '韩拟戌诈骗案',
      AJLBDM: '050300',
      AJZT: '11',
      SLSJ: '2025-04-14 14:00:00',
      LASJ: '2025-04-15 10:00:00',
      ...handling(POLICE_STAFF.zhao),
      JYAQ: '韩拟戌冒充客服骗取钱款。',
    },
    parties: [suspect('han')],
    measures: [
      measure('01', 1, { KSSJ: '2025-04-16 08:30:00', JZSJ: '2025-04-16 20:30:00', JCSJ: '2025-04-16 15:00:00' }),
      bail(1, '2025-04-16 15:00:00', '2026-04-16', ''),
    ],
    documents: [police('0901', '起诉意见书', '虚公（刑）诉字〔2025〕00020号', '2025-06-13')],
    transfers: [
      outgoing('20', '3', '2025-06-16 08:30:00', '2025-06-16 08:40:00', [
        item('02', '起诉意见书', 1),
        item('03', '诉讼卷宗'),
        item('04', '证据材料'),
        { ...item('05', '随案移送清单'), YBBZ: '0' },
      ]),
    ],
  },
  {
    record: {
      ...RECORD,
      AJBH: 'A3799990000002025050099',
      AJMC: '杨拟亥案',
      AJLBDM: '010000',
      AJZT: '11',
      SLSJ: '2025-05-12 09:00:00',
      LASJ: '2025-05-12 15:00:00',
      ...handling(POLICE_STAFF.tao),
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
  },
];

/** The rows of the police for every case of the world that has a police number. @throws Error where there is no file of one */
export function policeRows(): PoliceRows {
  const filed = new Set(FILES.map(({ record }) => record.AJBH));
  for (const number of CASES.flatMap(({ policeCaseNos }) => policeCaseNos)) {
    if (!filed.has(number)) throw new Error(`demo: the police have no file of ${number}`);
  }
  const materials = FILES.flatMap((file) =>
    (file.transfers ?? []).map((transfer, index) => ({ file, transfer, index })),
  );
  const custodies = FILES.flatMap((file) => (file.custodies ?? []).map((custody, index) => ({ file, custody, index })));
  return {
    T_AJ: FILES.map(({ record }) => record),
    T_AJRY: FILES.flatMap((file) => file.parties.map((row, index) => ({ ...row, ...ownKey(file, 'RYBH', index) }))),
    T_QZCS: FILES.flatMap((file) =>
      (file.measures ?? []).map(({ party: of, document, ...row }, index) => ({
        ...row,
        ...ownKey(file, 'CSBH', index),
        RYBH: keyOf(file, 'RYBH', of - 1),
        WSBH: documentKey(file, document),
      })),
    ),
    T_ZYRY: custodies.map(({ file, custody: { party: of, handovers, ...row }, index }) => ({
      ...row,
      ...ownKey(file, 'ZYBH', index),
      RYBH: keyOf(file, 'RYBH', of - 1),
    })),
    T_HY: custodies.flatMap(({ file, custody, index }) =>
      custody.handovers.map((row, place) => ({
        ...row,
        HYBH: keyOf(file, 'HYBH', 10 * index + place),
        ZYBH: keyOf(file, 'ZYBH', index),
      })),
    ),
    T_WS: FILES.flatMap((file) =>
      (file.documents ?? []).map((row, index) => {
        const key = ownKey(file, 'WSBH', index);
        return { ...row, ...key, ZYZ: digestOf(key.WSBH) };
      }),
    ),
    T_YS: materials.map(({ file, transfer: { materials: _, ...row }, index }) => ({
      ...row,
      ...ownKey(file, 'YSBH', index),
      SARYBH: suspectsOf(file).join(','),
    })),
    T_YSCL: materials.flatMap(({ file, transfer, index }) =>
      transfer.materials.map(({ document, ...row }, place) => ({
        ...row,
        YSBH: keyOf(file, 'YSBH', index),
        XH: place + 1,
        WSBH: documentKey(file, document),
      })),
    ),
  };
}

type KeyColumn = 'RYBH' | 'CSBH' | 'ZYBH' | 'HYBH' | 'WSBH' | 'YSBH';

/** 人员编号 has the form of a case number (DOMAIN 3.2); the others begin with letters of their own. */
function keyOf({ record: { AJBH } }: PoliceFile, column: KeyColumn, index: number): string {
  return column === 'RYBH'
    ? `R${AJBH.slice(1, 19)}${AJBH.slice(-3)}${index + 1}`
    : `${column.slice(0, 2)}${AJBH.slice(1, 7)}${AJBH.slice(13)}${String(index + 1).padStart(2, '0')}`;
}

function ownKey<Column extends KeyColumn>(file: PoliceFile, column: Column, index: number) {
  return { [column]: keyOf(file, column, index), AJBH: file.record.AJBH } as Record<Column | 'AJBH', string>;
}

/** Every hand-over of the demo is about all suspects of its case. */
function suspectsOf(file: PoliceFile): string[] {
  return file.parties.flatMap(({ RYLB }, index) => (RYLB === '01' ? keyOf(file, 'RYBH', index) : []));
}

function documentKey(file: PoliceFile, place: number | undefined): string {
  return place === undefined ? '' : keyOf(file, 'WSBH', place - 1);
}

function digestOf(text: string): string {
  return createHash('sm3').update(text).digest('hex').toUpperCase();
}

function handling({ staffNo, name }: Staff) {
  return { ZBRGH: staffNo, ZBRXM: name };
}

function supporting(officer: Staff | null) {
  return { XBRGH: officer?.staffNo ?? '', XBRXM: officer?.name ?? '' };
}

function reviewing(officer: Staff | null) {
  return { FZSHRGH: officer?.staffNo ?? '', FZSHRXM: officer?.name ?? '' };
}

function party(RYLB: string, key: PolicePersonKey): PartyInFile {
  const { name, idNumber, phone } = POLICE_PEOPLE[key];
  const XBDM = Number(idNumber.charAt(16)) % 2 === 1 ? '1' : '2';
  return { RYLB, CLZT: '', XM: name, HM: '', BHBZ: '0', ZJHM: idNumber, LXDH: phone ?? '', XBDM, WCNBZ: '' };
}

function suspect(key: PolicePersonKey): PartyInFile {
  return { ...party('01', key), CLZT: '1', WCNBZ: '0' };
}

function minorSuspect(key: PolicePersonKey): PartyInFile {
  return { ...suspect(key), WCNBZ: '1' };
}

function aliased(RYLB: string, key: PolicePersonKey, HM: string): PartyInFile {
  return { ...party(RYLB, key), HM, BHBZ: '1' };
}

function measure(
  CSLB: string,
  of: number,
  times: Pick<MeasureRow, 'KSSJ' | 'JZSJ' | 'JCSJ'>,
  document?: number,
): Measure {
  const row = { party: of, CSLB, JDJG: POLICE, PZJG: '', ZXJG: POLICE, TZJSSJ: '', ...times };
  return document === undefined ? row : { ...row, document };
}

function detention(of: number, KSSJ: string, JZSJ: string, JCSJ: string, document: number): Measure {
  return measure('05', of, { KSSJ, JZSJ, JCSJ }, document);
}

function arrest(of: number, KSSJ: string, JZSJ: string, document: number): Measure {
  return { ...measure('06', of, { KSSJ, JZSJ, JCSJ: '' }, document), PZJG: PROCURATORATE, TZJSSJ: KSSJ };
}

function bail(of: number, KSSJ: string, JZSJ: string, JCSJ: string, document?: number): Measure {
  return measure('02', of, { KSSJ, JZSJ, JCSJ }, document);
}

function held(of: number, BAJG: string, QXQSRQ: string, QXJZRQ: string): Custody {
  return { party: of, KSSDM: DETENTION_CENTRE, BAJG, QXQSRQ, QXJZRQ, CSSJ: '', handovers: [] };
}

/** Sent, taken over and receipted on one day. */
function handover(YCJG: string, YRJG: string, HYYY: string, day: string): Custody['handovers'][number] {
  return { YCJG, YRJG, HYYY, FCSJ: `${day} 09:00:00`, JSSJ: `${day} 10:30:00`, HZSJ: `${day} 15:00:00` };
}

function police(WSDM: string, WSMC: string, WH: string, ZZSJ: string): Document {
  return { WSDM, WSMC, WH, ZZJG: POLICE, ZZSJ, JZLX: '1', QZBZ: '1', YQJG: '1' };
}

function procuratorate(WSDM: string, WSMC: string, WH: string, ZZSJ: string): Document {
  return { ...police(WSDM, WSMC, WH, ZZSJ), ZZJG: PROCURATORATE };
}

function outgoing(YSLX: string, YSZT: string, FCSJ: string, JSSJ: string, materials: readonly Material[]): Transfer {
  return { YSLX, YSZT, YSCS: null, FCJG: POLICE, JSJG: PROCURATORATE, FCSJ, JSSJ, THYSBH: '', materials };
}

function incoming(YSLX: string, YSZT: string, FCSJ: string, JSSJ: string, materials: readonly Material[]): Transfer {
  return { ...outgoing(YSLX, YSZT, FCSJ, JSSJ, materials), FCJG: PROCURATORATE, JSJG: POLICE };
}

/** Required and present. */
function item(CLDM: string, CLMC: string, document?: number): Material {
  const row = { CLDM, CLMC, BBBZ: '1', YBBZ: '1', BZ: '' };
  return document === undefined ? row : { ...row, document };
}

/** The package of a referral for prosecution. */
function referral(opinion: number): readonly Material[] {
  return [
    item('02', '起诉意见书', opinion),
    item('03', '诉讼卷宗'),
    item('04', '证据材料'),
    item('05', '随案移送清单'),
  ];
}

/** What comes with a return: outline, or decision and outline. */
function outline(...documents: readonly number[]): readonly Material[] {
  const last = documents.length - 1;
  return documents.map((document, index) =>
    index === last ? item('12', '补充侦查提纲', document) : item('11', '补充侦查决定书', document),
  );
}
