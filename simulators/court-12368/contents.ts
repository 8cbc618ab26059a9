import { handlersOf } from '#simulators/court-12368/case-book.ts';
import type { CourtCaseRow, HearingRow, StaffRow } from '#simulators/court-12368/rows.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** What each operation gives of a case. */

export function decisionFacts(row: CourtCaseRow): Record<string, XmlTree> {
  const { AH, FYDM, SFFC, MJ, HB, DL } = row;
  return {
    ...{ AH, FYDM, SFFC, MJ },
    CBRLB: { CBR: handlersOf(row).map(({ RYBH, ZN, TCRQ }) => ({ RYBH, ZN, TCRQ })) },
    HBLB: { HB: copies(HB) },
    DLRLB: { DLR: DL.map(({ DSRXH, LSZH, ZZRQ }) => ({ DSRXH, LSZH, ZZRQ })) },
  };
}

export function caseInformation(row: CourtCaseRow): XmlTree {
  const { AH, FYDM, AJMC, AY, ZT, SYCX, SLRQ, LARQ, SXJMRQ, SXRQ, BDJE, QSAJAH, HYT, SJY, TJY, DSR } = row;
  return {
    ...{ AH, FYDM, AJMC, AY, ZT, SYCX, SLRQ, LARQ, SXJMRQ, SXRQ, BDJE, QSAJAH },
    HYTLB: { CY: copies(HYT) },
    SJY: officer(SJY),
    TJY: officer(TJY),
    DSRLB: { DSR: copies(DSR) },
  };
}

export function parties({ AH, DSR }: CourtCaseRow): XmlTree {
  return { AH, DSRLB: { DSR: copies(DSR) } };
}

export function hearings({ AH, KT }: CourtCaseRow): XmlTree {
  return { AH, KTLB: { KT: copies(KT) } };
}

export function notices({ AH, KTTZ, JZWS }: CourtCaseRow): XmlTree {
  const rows = KTTZ.map((notice) => {
    const { WSDM = '', WSMC = '', WSWH = '' } = JZWS.find(({ WSBH }) => WSBH === notice.WSBH) ?? {};
    return { ...notice, WSDM, WSMC, WSWH };
  });
  return { AH, KTTZLB: { KTTZ: rows } };
}

export function fees({ AH, JFTZ }: CourtCaseRow): XmlTree {
  return { AH, JFTZLB: { JFTZ: copies(JFTZ) } };
}

export function documentList({ AH, JZWS }: CourtCaseRow): XmlTree {
  return { AH, JZWSLB: { JZWS: JZWS.map(({ SDJL, ...row }) => ({ ...row, SDJLLB: { SDJL: copies(SDJL) } })) } };
}

export function attorneys({ AH, DL }: CourtCaseRow): XmlTree {
  return { AH, DLLB: { DL: copies(DL) } };
}

export function listedCase(row: CourtCaseRow): XmlTree {
  const { PTTYAH, ZT, JCSLAH, QSAJAH, GLAJAH, DSR } = row;
  return {
    ...decisionFacts(row),
    ...{ PTTYAH, ZT, JCSLAH, QSAJAH },
    GLAHLB: { GLAJAH },
    DSRLB: { DSR: copies(DSR) },
  };
}

export function calendarEntry({ AH, QSAJAH, GLAJAH }: CourtCaseRow, hearing: HearingRow): XmlTree {
  return { AH, ...hearing, QSAJAH, GLAHLB: { GLAJAH } };
}

function officer(row: StaffRow | null): XmlTree {
  return row ? { ...row } : '';
}

/** Of an interface no `XmlTree` can be made, of its columns it can. */
function copies<Row extends Record<keyof Row, string>>(rows: readonly Row[]): XmlTree[] {
  return rows.map((row) => Object.fromEntries(Object.entries<string>(row)));
}
