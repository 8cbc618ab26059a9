import { CASES, type WorldParty } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { LAWYERS, STAFF, type Staff } from '#demo/world/staff.ts';
import type { CourtCaseRow, PartyRow, StaffRow } from '#simulators/court-12368/rows.ts';

/** What only the court knows of its cases, by 案号. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
type CourtFile = Omit<CourtCaseRow, 'DSR' | 'FYDM'>;

const day = (date: string): string => `${date} 00:00:00`;

const presiding = (staff: Staff): StaffRow => member(staff, '01', '审判长');
const judge = (staff: Staff): StaffRow => member(staff, '02', '审判员');
const assessor = (staff: Staff): StaffRow => member(staff, '03', '人民陪审员');
const clerk = (staff: Staff): StaffRow => member(staff, '04', '书记员');

function member({ staffNo, name }: Staff, ZN: string, ZNMC: string): StaffRow {
  return { RYBH: staffNo, XM: name, ZN, ZNMC, TCRQ: '' };
}

const FILES: readonly CourtFile[] = [
  {
    AH: '（2025）鲁9999刑初999901号',
    AJMC: '张拟甲等盗窃案',
    AY: 'X0264',
    ZT: '05',
    SYCX: '1',
    SLRQ: day('2025-05-28'),
    LARQ: day('2025-05-29'),
    SXJMRQ: day('2025-07-29'),
    SXRQ: '',
    BDJE: '',
    SFFC: '0',
    MJ: '0',
    HYT: [presiding(STAFF.lin), judge(STAFF.fang), assessor(STAFF.meng)],
    SJY: clerk(STAFF.clerk),
    HB: [],
    KT: [{ KTBH: 'KT-9999-2025-000001', KTSJ: '2025-06-24 09:00:00', FT: '第三法庭', SFGK: '0' }],
    DL: [
      {
        DSRXH: '1',
        DLLX: '1',
        LSZH: LAWYERS.he.licenceNo,
        LSXM: LAWYERS.he.name,
        QSRQ: day('2025-06-03'),
        ZZRQ: '',
      },
    ],
  },
  {
    AH: '（2025）鲁9999民初999905号',
    AJMC: '郑拟寅与华拟卯民间借贷纠纷',
    AY: 'M0103',
    ZT: '05',
    SYCX: '1',
    SLRQ: day('2025-06-03'),
    LARQ: day('2025-06-03'),
    SXJMRQ: day('2025-12-03'),
    SXRQ: '',
    BDJE: '880000.00',
    SFFC: '0',
    MJ: '0',
    HYT: [judge(STAFF.lin)],
    SJY: clerk(STAFF.clerk),
    HB: [],
    KT: [{ KTBH: 'KT-9999-2025-000005', KTSJ: '2025-06-26 14:30:00', FT: '第五法庭', SFGK: '1' }],
    DL: [],
  },
  {
    AH: '（2025）鲁9999刑初999909号',
    AJMC: '',
    AY: 'X0266',
    ZT: '04',
    SYCX: '1',
    SLRQ: day('2025-05-19'),
    LARQ: day('2025-05-20'),
    SXJMRQ: day('2025-07-20'),
    SXRQ: '0000-00-00 00:00:00',
    BDJE: '',
    SFFC: '0',
    MJ: '0',
    HYT: [presiding(STAFF.zhou), judge(STAFF.fang), { ...judge(STAFF.lin), TCRQ: day('2025-06-03') }],
    SJY: null,
    HB: [{ RYBH: STAFF.lin.staffNo, JDRQ: day('2025-06-03') }],
    KT: [],
    DL: [],
  },
  {
    AH: '(2025)鲁9999刑初999912号',
    AJMC: '沈拟酉故意伤害案',
    AY: 'X0234',
    ZT: '12',
    SYCX: '2',
    SLRQ: day('2025-03-31'),
    LARQ: day('2025-04-01'),
    SXJMRQ: day('2025-05-16'),
    SXRQ: day('2025-05-27'),
    BDJE: '',
    SFFC: '0',
    MJ: '0',
    HYT: [judge(STAFF.zhou)],
    SJY: null,
    HB: [],
    KT: [{ KTBH: 'KT-9999-2025-000012', KTSJ: '2025-05-15 09:30:00', FT: '第一法庭', SFGK: '1' }],
    DL: [],
  },
];

/** 12368's rows for every case of the world that has a court number. @throws Error where the court has no file of one */
export function court12368Rows(): readonly CourtCaseRow[] {
  return CASES.flatMap(({ courtCaseNos, parties }) => courtCaseNos.map((number) => row(number, parties)));
}

function row(number: string, parties: readonly WorldParty[]): CourtCaseRow {
  const file = FILES.find(({ AH }) => AH.replace('(', '（').replace(')', '）') === number);
  if (file === undefined) throw new Error(`demo: the court has no file of ${number}`);
  const DSR = parties.flatMap((party) =>
    party.courtPartyKey === undefined ? [] : partyRow(party.courtPartyKey, party),
  );
  return { ...file, FYDM: '鲁9999', DSR };
}

const STANDING: Readonly<Record<WorldParty['role'], string>> = {
  SUSPECT_OR_DEFENDANT: '被告人',
  VICTIM: '被害人',
  PLAINTIFF: '原告',
  DEFENDANT: '被告',
};

function partyRow(XH: string, { person, role }: WorldParty): PartyRow {
  const { name, idNumber, phone } = PEOPLE[person];
  return { XH, XM: name, SSDW: STANDING[role], SFZHM: idNumber, LXDH: phone ?? '' };
}
