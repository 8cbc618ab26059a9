import { createHash } from 'node:crypto';
import { POLICE_PEOPLE, type PolicePersonKey } from '#demo/systems/police-people.ts';
import { SLOTS, TICKETS } from '#demo/systems/procuratorate-12309-services.ts';
import { CASES } from '#demo/world/cases.ts';
import type {
  DocumentRow,
  MaterialRow,
  PersonRow,
  Procuratorate12309Rows,
  ReturnRow,
  ReviewRow,
  StaffRow,
  TransferRow,
} from '#simulators/procuratorate-12309/rows.ts';

/** What the procuratorate holds of a case; its own documents are told by their place, from 1. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
interface ReviewFile {
  readonly record: Omit<ReviewRow, 'TB' | 'RY' | 'WS'>;
  readonly people: readonly PersonInFile[];
  readonly documents?: readonly OwnDocument[];
  readonly returns?: readonly (Omit<ReturnRow, 'LC' | 'TGWSBH'> & { readonly outline: number })[];
  readonly transfers?: readonly TransferInFile[];
}

type PersonInFile = Omit<PersonRow, 'RYXH' | 'JDWSBH' | 'TGWSBH'> & {
  readonly document?: number;
  readonly outline?: number;
};
type OwnDocument = Omit<DocumentRow, 'WSBH' | 'ZYZ'>;
type TransferInFile = Pick<TransferRow, 'YSLX' | 'YSZT' | 'LC' | 'FCDW' | 'JSDW' | 'FCSJ' | 'JSSJ'> & {
  /** Of the police, or the places of documents of our own. */
  readonly package: readonly (PackedDocument | number)[];
  readonly materials: readonly MaterialRow[];
};
type PackedDocument = TransferRow['WS'][number];

const OFFICE = '379999';
const POLICE = '379999000000';
const COURT = '鲁9999';

const LI = staff('JC0001', '李拟诉', '01', '检察官');
const CHEN = staff('JC0002', '陈拟捕', '01', '检察官');
const INTAKE = staff('JC0003', '苗拟案', '04', '案件管理人员');
const ZOU = staff('JC0005', '邹拟检', '01', '检察官');
const LIU = staff('JC0006', '柳拟助', '02', '检察官助理');

const RECORD = { DWDM: OFFICE, SFFC: '0', MJ: '0', FYAH: '', GLSAH: [], HB: [], TBCS: '' };
const ARREST = { ...RECORD, LB: '1' };
const PROSECUTION = { ...RECORD, LB: '2', TBCS: '0' };

/** What stands with a person on whom nothing is decided. */
const UNDECIDED = { JDDM: '', JDRQ: '', ZXZT: '', ZXSJ: '', HZJZRQ: '' };

const CASE_1 = 'A3799990000002025030001';
const CASE_2 = 'A3799990000002025060002';
const CASE_3 = 'A3799990000002025010003';
const CASE_13 = 'A3799990000002025040013';

const FILES: readonly ReviewFile[] = [
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受[2025]379999000001号',
      TYSAH: '37999920250000100',
      AJZT: '40',
      SLRQ: '20250307',
      SCJMRQ: '20250314',
      GAAJBH: [CASE_1],
      GLSAH: ['虚检刑诉受[2025]379999000011号'],
      CBR: [LI, LIU, INTAKE],
    },
    people: [
      { ...suspect('zhang'), ...decided('11', '20250314', 1), ...executed('20250314152000', '20250317') },
      { ...suspect('li'), ...decided('14', '20250314', 2), ...released('20250317') },
      { ...suspect('wang'), SFWCN: '1', ...decided('14', '20250314', 3), ...released('20250317') },
      person('02', 'zhao'),
    ],
    documents: [
      served(own('0101', '批准逮捕决定书', '虚检批捕〔2025〕1号', '20250314'), POLICE, '20250314143000'),
      served(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕1号', '20250314'), POLICE, '20250314143000'),
      served(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕2号', '20250314'), POLICE, '20250314143000'),
    ],
    transfers: [
      incoming('0101', '20250307172000', '20250307174000', [
        packed(CASE_1, 4, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00007号', '20250307'),
      ]),
      outgoing('0102', '20250314141000', '20250314143000', [1, 2, 3]),
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000011号',
      TYSAH: '37999920250000100',
      AJZT: '40',
      SLRQ: '20250407',
      SCJMRQ: '20250606',
      TBCS: '1',
      GAAJBH: [CASE_1],
      FYAH: '（2025）鲁9999刑初999901号',
      GLSAH: ['虚检刑捕受[2025]379999000001号'],
      CBR: [LI, { ...CHEN, YJRQ: '20250408' }, LIU, INTAKE],
    },
    people: [
      { ...suspect('zhang'), ...decided('21', '20250528', 3) },
      { ...suspect('li'), ...decided('21', '20250528', 3) },
      { ...suspect('wang'), SFWCN: '1', ...decided('21', '20250528', 3) },
      person('02', 'zhao'),
    ],
    documents: [
      served(own('0203', '补充侦查决定书', '虚检补侦〔2025〕1号', '20250421'), POLICE, '20250421160000'),
      served(own('0201', '补充侦查提纲', '', '20250421'), POLICE, '20250421160000'),
      own('0301', '起诉书', '虚检刑诉〔2025〕11号', '20250528'),
    ],
    returns: [{ TBRQ: '20250421', CBRQ: '20250506', outline: 2 }],
    transfers: [
      referral('20250407091000', '20250407100000', CASE_1, 10, '虚公（刑）诉字〔2025〕00010号', '20250407'),
      { ...outgoing('0202', '20250421150000', '20250421160000', [1, 2]), LC: '1' },
      {
        ...incoming('0203', '20250506090000', '20250506103000', [
          packed(CASE_1, 13, 'GA10', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00002号', '20250506'),
        ]),
        LC: '1',
      },
      { ...outgoing('0301', '20250528160000', '20250528164000', [3]), JSDW: COURT },
    ],
  },
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受〔2025〕379999000002号',
      TYSAH: '37999920250000200',
      AJZT: '40',
      SLRQ: '20250609',
      SCJMRQ: '20250616',
      GAAJBH: [CASE_2],
      CBR: [CHEN, INTAKE],
    },
    people: [
      { ...suspect('zhou'), ...decided('11', '20250615', 1), ...executed('20250615160000', '20250618') },
      { ...suspect('wu'), ...decided('13', '20250615', 2), outline: 3, ...released('20250618') },
      { ...suspect('sun'), ...decided('12', '20250615', 4), ...released('20250618') },
    ],
    documents: [
      served(own('0101', '批准逮捕决定书', '虚检批捕〔2025〕12号', '20250615'), POLICE, '20250615150000'),
      served(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕4号', '20250615'), POLICE, '20250615150000'),
      served(own('0201', '补充侦查提纲', '', '20250615'), POLICE, '20250615150000'),
      served(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕5号', '20250615'), POLICE, '20250615150000'),
    ],
    transfers: [
      incoming('0101', '20250609085000', '20250609092000', [
        packed(CASE_2, 2, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00019号', '20250608'),
      ]),
      outgoing('0102', '20250615143000', '20250615150000', [1, 2, 3, 4]),
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000013号',
      TYSAH: '37999920250000300',
      AJZT: '30',
      SLRQ: '20250303',
      SCJMRQ: '00000000',
      TBCS: '2',
      GAAJBH: [CASE_3],
      CBR: [LI, INTAKE],
    },
    people: [suspect('qian')],
    documents: [
      served(own('0201', '补充侦查提纲', '虚检补侦〔2025〕2号', '20250331'), POLICE, '20250331110000'),
      served(own('0201', '补充侦查提纲', '虚检补侦〔2025〕5号', '20250530'), POLICE, '20250530110500'),
    ],
    returns: [
      { TBRQ: '20250331', CBRQ: '20250430', outline: 1 },
      { TBRQ: '20250530', CBRQ: '', outline: 2 },
    ],
    transfers: [
      referral('20250303090000', '20250303100000', CASE_3, 4, '虚公（刑）诉字〔2025〕00005号', '20250303'),
      { ...outgoing('0202', '20250331100000', '20250331110000', [1]), LC: '1' },
      {
        ...incoming('0203', '20250430090000', '20250430100000', [
          packed(CASE_3, 6, 'GA10', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00001号', '20250430'),
        ]),
        LC: '1',
      },
      { ...outgoing('0202', '20250530092000', '20250530110500', [2]), YSZT: '4', LC: '2' },
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2024〕379999000004号',
      TYSAH: '37999920240000400',
      AJZT: '40',
      SLRQ: '20240105',
      SCJMRQ: '20240205',
      SFFC: '1',
      GAAJBH: ['A3799990000002023070004'],
      FYAH: '（2024）鲁9999刑初999904号',
      CBR: [ZOU],
    },
    people: [{ ...suspect('feng'), SFWCN: '1', ...decided('21', '20240126', 1) }],
    documents: [own('0301', '起诉书', '虚检刑诉〔2024〕3号', '20240126')],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000016号',
      TYSAH: '37999920250000600',
      AJZT: '21',
      SLRQ: '20250530',
      SCJMRQ: '20250630',
      GAAJBH: ['A3799990000002025020006'],
      CBR: [LI, INTAKE],
    },
    people: [suspect('wei'), aliased('02', '被害人甲'), aliased('03', '证人甲')],
    transfers: [
      referral(
        '20250530093000',
        '20250530101000',
        'A3799990000002025020006',
        2,
        '虚公（刑）诉字〔2025〕00018号',
        '20250530',
      ),
    ],
  },
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受〔2025〕379999000007号',
      TYSAH: '37999920250000700',
      AJZT: '21',
      SLRQ: '20250610',
      SCJMRQ: '20250625',
      GAAJBH: ['A3799990000002025050007'],
      CBR: [CHEN, INTAKE],
    },
    people: [{ ...suspect('jiang'), ZXZT: '0' }],
    transfers: [
      incoming('0101', '20250610100000', '20250610110000', [
        packed('A3799990000002025050007', 1, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00020号', '20250610'),
      ]),
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000009号',
      TYSAH: '37999920250000900',
      AJZT: '40',
      SLRQ: '20250418',
      SCJMRQ: '20250519',
      GAAJBH: ['A3799990000002025020009'],
      FYAH: '(2025)鲁9999刑初999909号',
      HB: [{ RYGH: LIU.RYGH, JDRQ: '20250422' }],
      CBR: [ZOU, { ...LIU, YJRQ: '20250422' }, INTAKE],
    },
    people: [{ ...suspect('chu'), ...decided('21', '20250516', 1) }],
    documents: [own('0301', '起诉书', '虚检刑诉〔2025〕9号', '20250516')],
  },
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
    documents: [own('0301', '起诉书', '虚检刑诉〔2025〕2号', '20250207')],
    transfers: [
      referral(
        '20250110090000',
        '20250110100000',
        'A3799990000002024110010',
        1,
        '虚公（刑）诉字〔2025〕00001号',
        '20250110',
      ),
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000012号',
      TYSAH: '37999920250001200',
      AJZT: '40',
      SLRQ: '20250228',
      SCJMRQ: '20250328',
      GAAJBH: ['A3799990000002025010012'],
      FYAH: '（2025）鲁9999刑初999912号',
      CBR: [LI, INTAKE],
    },
    people: [{ ...suspect('shen'), ...decided('21', '20250328', 1) }],
    documents: [own('0301', '起诉书', '虚检刑诉〔2025〕6号', '20250328')],
  },
];

/** Case 13: it came in today, one thing of the list is missing, and nobody has accepted it. */
const WAITING: TransferInFile = {
  ...incoming('0201', '20250616083000', '20250616084000', [
    packed(CASE_13, 1, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00020号', '20250613'),
  ]),
  YSZT: '3',
  materials: [...materialsOfReferral(), { ...material('05', '随案移送清单'), SFYF: '0', BZ: '未见清单' }],
};

/** 12309's rows for every case of the world that has an acceptance number. @throws Error where there is no file of one */
export function procuratorate12309Rows(): Procuratorate12309Rows {
  const filed = new Set(FILES.map(({ record }) => hexagonal(record.BMSAH)));
  for (const number of CASES.flatMap(({ acceptanceNos }) => acceptanceNos)) {
    if (!filed.has(number)) throw new Error(`demo: the procuratorate has no file of ${number}`);
  }
  const waiting = { BMSAH: '', GAAJBH: [CASE_13], RYXH: ['01'], THBH: '', ...rowOf(WAITING, [], 'YS20250616-0001') };
  return {
    cases: FILES.map(toCase),
    transfers: [...FILES.flatMap(toTransfers), waiting],
    tickets: TICKETS,
    slots: SLOTS,
  };
}

function toCase(file: ReviewFile): ReviewRow {
  const { record, people, returns = [] } = file;
  return {
    ...record,
    TB: returns.map(({ outline, ...row }, index) => ({ ...row, LC: String(index + 1), TGWSBH: keyOf(file, outline) })),
    RY: people.map(({ document, outline, ...row }, index) => ({
      ...row,
      RYXH: personKey(index),
      JDWSBH: keyOf(file, document),
      TGWSBH: keyOf(file, outline),
    })),
    WS: documentsOf(file),
  };
}

function toTransfers(file: ReviewFile): TransferRow[] {
  const { BMSAH, GAAJBH } = file.record;
  const RYXH = file.people.flatMap(({ SSDW }, index) => (SSDW === '01' ? [personKey(index)] : []));
  return (file.transfers ?? []).map((transfer, index) => {
    const key = `YS${serialOf(BMSAH)}-${index + 1}`;
    return { BMSAH, GAAJBH, RYXH, THBH: '', ...rowOf(transfer, documentsOf(file), key) };
  });
}

function rowOf({ package: contents, materials, ...row }: TransferInFile, own: readonly DocumentRow[], YSBH: string) {
  const WS = contents.flatMap((each) => {
    if (typeof each !== 'number') return [each];
    return own.slice(each - 1, each).map(({ ZZDW: _1, SFQZ: _2, SD: _3, ...document }) => document);
  });
  return { ...row, YSBH, WS, CL: materials };
}

function documentsOf(file: ReviewFile): DocumentRow[] {
  return (file.documents ?? []).map((row, index) => {
    const WSBH = keyOf(file, index + 1);
    return { ...row, WSBH, ZYZ: digestOf(WSBH) };
  });
}

function keyOf({ record: { BMSAH } }: ReviewFile, place: number | undefined): string {
  return place === undefined ? '' : `JCWS${serialOf(BMSAH)}-${String(place).padStart(2, '0')}`;
}

/** 捕 or 诉, year and serial: `B2025379999000001`. */
function serialOf(number: string): string {
  return (number.includes('捕') ? 'B' : 'S') + number.replace(/\D/g, '');
}

function personKey(index: number): string {
  return String(index + 1).padStart(2, '0');
}

function hexagonal(number: string): string {
  return number.replace(/[[［]/, '〔').replace(/[\]］]/, '〕');
}

function digestOf(text: string): string {
  return createHash('sm3').update(text).digest('hex').toUpperCase();
}

function staff(RYGH: string, XM: string, ZN: string, ZNMC: string): StaffRow {
  return { RYGH, XM, ZN, ZNMC, YJRQ: '' };
}

function person(SSDW: string, key: PolicePersonKey): PersonInFile {
  const { name, idNumber, phone } = POLICE_PEOPLE[key];
  return { XM: name, SSDW, SFZHM: idNumber, LXDH: phone ?? '', SFBH: '0', SFWCN: '', ...UNDECIDED };
}

function suspect(key: PolicePersonKey): PersonInFile {
  return { ...person('01', key), SFWCN: '0', JDDM: '00' };
}

/** CPL 64: the police give the alias and nothing else. */
function aliased(SSDW: string, XM: string): PersonInFile {
  return { XM, SSDW, SFZHM: '', LXDH: '', SFBH: '1', SFWCN: '', ...UNDECIDED };
}

function decided(JDDM: string, JDRQ: string, document: number) {
  return { JDDM, JDRQ, document };
}

function executed(ZXSJ: string, HZJZRQ: string) {
  return { ZXZT: '2', ZXSJ, HZJZRQ };
}

function released(HZJZRQ: string) {
  return { ZXZT: '4', ZXSJ: '', HZJZRQ };
}

function own(WSDM: string, WSMC: string, WH: string, QFRQ: string): OwnDocument {
  return { WSDM, WSMC, WH, ZZDW: OFFICE, QFRQ, SFQZ: '1', YQJG: '1', SD: [] };
}

function served(document: OwnDocument, SSDDW: string, SDSJ: string): OwnDocument {
  return { ...document, SD: [{ SSDDW, SSDRXH: '', SDFS: '5', SDSJ, SFSD: '1' }] };
}

/** A document of the police in a package, under the key and with the digest that the police have for it. */
function packed(number: string, place: number, WSDM: string, WSMC: string, WH: string, QFRQ: string): PackedDocument {
  const WSBH = `WS${number.slice(1, 7)}${number.slice(13)}${String(place).padStart(2, '0')}`;
  return { WSBH, WSDM, WSMC, WH, QFRQ, YQJG: '1', ZYZ: digestOf(WSBH) };
}

function incoming(YSLX: string, FCSJ: string, JSSJ: string, contents: readonly PackedDocument[]): TransferInFile {
  const row = { YSLX, YSZT: '8', LC: '', FCDW: POLICE, JSDW: OFFICE, FCSJ, JSSJ };
  return { ...row, package: contents, materials: contents.map(({ WSMC }) => material('01', WSMC)) };
}

function outgoing(YSLX: string, FCSJ: string, JSSJ: string, places: readonly number[]): TransferInFile {
  const row = { YSLX, YSZT: '8', LC: '', FCDW: OFFICE, JSDW: POLICE, FCSJ, JSSJ };
  return { ...row, package: places, materials: [] };
}

/** 移送审查起诉, with all that belongs to it. */
function referral(FCSJ: string, JSSJ: string, number: string, place: number, WH: string, QFRQ: string): TransferInFile {
  return {
    ...incoming('0201', FCSJ, JSSJ, [packed(number, place, 'GA09', '起诉意见书', WH, QFRQ)]),
    materials: [...materialsOfReferral(), material('05', '随案移送清单')],
  };
}

function materialsOfReferral(): MaterialRow[] {
  return [material('02', '起诉意见书'), material('03', '诉讼卷宗'), material('04', '证据材料')];
}

/** Required and present. */
function material(CLDM: string, CLMC: string): MaterialRow {
  return { CLDM, CLMC, SFBX: '1', SFYF: '1', BZ: '' };
}
