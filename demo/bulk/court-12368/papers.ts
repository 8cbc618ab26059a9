import { COURT } from '#demo/bulk/court-12368/codes.ts';
import { dayText } from '#demo/bulk/court-12368/record.ts';
import { at, type Day, YESTERDAY } from '#demo/bulk/days.ts';
import { digestOf } from '#demo/bulk/keys.ts';
import { serialOf } from '#demo/bulk/numbers.ts';
import type { Plan } from '#demo/bulk/plan.ts';
import type {
  CourtCaseRow,
  DocumentRow,
  HearingNoticeRow,
  HearingRow,
  PartyRow,
} from '#simulators/court-12368/rows.ts';

type Delivery = DocumentRow['SDJL'][number];

/** A document of the court's own; the letter tells its records of one case apart. */
export function own(
  { index }: Plan,
  letter: 'X' | 'M' | 'T',
  place: number,
  [WSDM, WSMC]: readonly [code: string, title: string],
  issuedOn: Day,
  deliveries: readonly Delivery[],
): DocumentRow {
  const WSBH = `FYWS${letter}20259999${serialOf(index)}-${String(place).padStart(2, '0')}`;
  return document({ WSBH, WSDM, WSMC, WSWH: '', ZZDW: COURT, QFRQ: dayText(issuedOn) }, deliveries);
}

export function document(
  row: Omit<DocumentRow, 'SFQZ' | 'YQJG' | 'WSZYZ' | 'SDJL'>,
  deliveries: readonly Delivery[],
): DocumentRow {
  return { ...row, SFQZ: '1', YQJG: '1', WSZYZ: digestOf(row.WSBH), SDJL: deliveries };
}

export function toParty({ XH, XM }: Pick<PartyRow, 'XH' | 'XM'>, day: Day, time = '10:00:00'): Delivery {
  return { SSDDW: '', SSDRXH: XH, SSDMC: XM, SDFS: '1', SDSJ: at(day, time), SFSD: '1' };
}

export function toAgency(SSDDW: string, SSDMC: string, day: Day): Delivery {
  return { SSDDW, SSDRXH: '', SSDMC, SDFS: '5', SDSJ: at(day, '16:00:00'), SFSD: '1' };
}

/** The hearing, the summons to it and their notices (CPL 187, CivPL 139: three days before). */
export function hearingOf(
  plan: Plan,
  letter: 'X' | 'M',
  firstPlace: number,
  summoned: readonly PartyRow[],
): Pick<CourtCaseRow, 'KT' | 'KTTZ'> & { readonly summons: readonly DocumentRow[] } {
  const { hearing, index, times } = plan;
  if (hearing === null || times.hearing === null || times.docketed === null) return { KT: [], KTTZ: [], summons: [] };
  const KTBH = `KT-9999-2025-${serialOf(index)}`;
  const KT: HearingRow = { KTBH, KTLX: '01', KTSJ: hearing.at, FT: hearing.room, SFGK: hearing.open ? '1' : '0' };
  const issuedOn = times.docketed + 1;
  const servedOn = Math.min(issuedOn + 2 + (index % 6), times.hearing - 1);
  const served = servedOn <= YESTERDAY;
  const summons = summoned.map((party, order) =>
    own(plan, letter, firstPlace + order, ['0101', '传票'], issuedOn, served ? [toParty(party, servedOn)] : []),
  );
  const KTTZ = summoned.map(({ XH }, order): HearingNoticeRow => {
    const notice = { KTBH, DSRXH: XH, WSBH: summons[order]?.WSBH ?? '' };
    const [due, time] = [dayText((times.hearing ?? servedOn) - 3), served ? at(servedOn, '10:00:00') : ''];
    return { ...notice, ZWTZRQ: due, TZSDSJ: time };
  });
  return { KT: [KT], KTTZ, summons };
}
