import type { IncomingRow, ManagerRow, ReviewRow, TransferRow } from '#simulators/procuratorate-12309/rows.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** What a reply says of a record: one `<AJ>` each, or what stands in it. */

type Elements = Record<string, XmlTree>;

const SUSPECT = '01';
/** 职能 of 案件管理人员 */
const CASE_MANAGER = '04';
/** 类别 of what is not accepted yet */
const INCOMING = '9';

/** 案件权限 */
export function accessTo({ BMSAH, DWDM, SFFC, MJ, CBR, LS, HB }: ReviewRow): Elements {
  return {
    ...{ BMSAH, DWDM, SFFC, MJ },
    CBRLB: { CBR: CBR.map(({ RYGH, ZN, YJRQ }) => ({ RYGH, ZN, YJRQ })) },
    LSLB: { LS: LS.map((row) => ({ ...row })) },
    HBLB: { HB: HB.map((row) => ({ ...row })) },
  };
}

/** 案件权限 of what is not accepted yet: its case managers have it. */
export function accessToIncoming({ YSBH, JSDW, MJ }: IncomingRow, managers: readonly ManagerRow[]): Elements {
  const own = managers.filter(({ DWDM }) => DWDM === JSDW);
  return {
    ...{ BMSAH: YSBH, DWDM: JSDW, SFFC: '0', MJ },
    CBRLB: { CBR: own.map(({ RYGH }) => ({ RYGH, ZN: CASE_MANAGER, YJRQ: '' })) },
    LSLB: { LS: [] },
    HBLB: { HB: [] },
  };
}

/** 审查逮捕信息 */
export function arrestReview(row: ReviewRow): Elements {
  return { ...review(row), JDLB: { JD: decisionsOf(row) } };
}

/** 审查起诉信息 */
export function prosecutionReview(row: ReviewRow): Elements {
  const returns = row.TB.map((each) => ({ ...each, TGWH: numberOf(row, each.TGWSBH) }));
  return { ...review(row), TBCS: row.TBCS, TBLB: { TB: returns }, JDLB: { JD: decisionsOf(row) } };
}

/** 文书及送达 */
export function documents({ BMSAH, WS }: ReviewRow): Elements {
  return {
    BMSAH,
    WSLB: { WS: WS.map(({ SD, ...row }) => ({ ...row, SDLB: { SD: SD.map((each) => ({ ...each })) } })) },
  };
}

/** 涉案人员 */
export function people({ RY }: Pick<ReviewRow, 'RY'>): Elements {
  return { RYLB: { RY: RY.map((person) => ({ ...person })) } };
}

/** 移送 */
export function transfer({ GAAJBH, RYXH, WS, CL, ...row }: Omit<TransferRow, 'BMSAH'>): Elements {
  return {
    ...row,
    GALB: { GAAJBH },
    RYLB: { RYXH },
    WSLB: { WS: WS.map((each) => ({ ...each })) },
    CLLB: { CL: CL.map((each) => ({ ...each })) },
  };
}

/** 移送 that is not accepted yet */
export function incomingTransfer({ RY, MJ: _, ...row }: IncomingRow): Elements {
  return transfer({ ...row, RYXH: RY.map(({ RYXH }) => RYXH) });
}

/** 关联案号 */
export function links({ GAAJBH, FYAH, GLSAH }: Pick<ReviewRow, 'GAAJBH' | 'FYAH' | 'GLSAH'>): Elements {
  return { GALB: { GAAJBH }, FYAH, SAHLB: { BMSAH: GLSAH } };
}

/** 关联案号 of what is not accepted yet */
export function linksOfIncoming({ GAAJBH }: IncomingRow): Elements {
  return links({ GAAJBH, FYAH: '', GLSAH: [] });
}

/** 分页 */
export function pageRow(row: ReviewRow | IncomingRow, managers: readonly ManagerRow[]): Elements {
  if ('YSBH' in row) {
    const { YSZT } = row;
    const state = { PTTYAH: '', TYSAH: '', LB: INCOMING, AJZT: YSZT };
    return { ...accessToIncoming(row, managers), ...state, ...linksOfIncoming(row), ...people(row) };
  }
  const { PTTYAH, TYSAH, LB, AJZT } = row;
  return { ...accessTo(row), ...{ PTTYAH, TYSAH, LB, AJZT }, ...links(row), ...people(row) };
}

function review({ BMSAH, DWDM, TYSAH, AJZT, SLRQ, SCJMRQ, CBR }: ReviewRow): Elements {
  return { ...{ BMSAH, DWDM, TYSAH, AJZT, SLRQ, SCJMRQ }, CBRLB: { CBR: CBR.map((member) => ({ ...member })) } };
}

function decisionsOf(row: ReviewRow): XmlTree[] {
  return row.RY.filter(({ SSDW }) => SSDW === SUSPECT).map((person) => ({
    ...person,
    JDWH: numberOf(row, person.JDWSBH),
    TGWH: numberOf(row, person.TGWSBH),
  }));
}

function numberOf({ WS }: ReviewRow, key: string): string {
  return WS.find(({ WSBH }) => WSBH === key)?.WH ?? '';
}
