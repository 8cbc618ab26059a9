import { createHash } from 'node:crypto';
import {
  OFFICE,
  type OwnDocument,
  type PackedDocument,
  type TransferInFile,
} from '#demo/systems/procuratorate-12309/review-file.ts';
import type { MaterialRow } from '#simulators/procuratorate-12309/rows.ts';

/** Documents and hand-overs. Times are `yyyyMMddHHmmss`, days `yyyyMMdd`. */

const POLICE = '379999000000';
const COURT = '鲁9999';

export function own(WSDM: string, WSMC: string, WH: string, QFRQ: string): OwnDocument {
  return { WSDM, WSMC, WH, ZZDW: OFFICE, QFRQ, SFQZ: '1', YQJG: '1', SD: [] };
}

export function servedOnPolice(document: OwnDocument, SDSJ: string): OwnDocument {
  return {
    ...document,
    SD: [{ SSDDW: POLICE, SSDRXH: '', SSDMC: '虚构县公安局', SDFS: '5', SDSJ, SFSD: '1' }],
  };
}

/** 起诉书, which the court serves. */
export function indictment(WH: string, QFRQ: string): OwnDocument {
  return own('0301', '起诉书', WH, QFRQ);
}

/** A document of the police in a package, under the key and with the digest that the police have for it. */
export function packed(
  policeCase: string,
  place: number,
  WSDM: string,
  WSMC: string,
  WH: string,
  QFRQ: string,
): PackedDocument {
  const WSBH = `WS${policeCase.slice(1, 7)}${policeCase.slice(13)}${String(place).padStart(2, '0')}`;
  return { WSBH, WSDM, WSMC, WH, QFRQ, YQJG: '1', ZYZ: digestOf(WSBH) };
}

export function fromPolice(
  YSLX: string,
  FCSJ: string,
  JSSJ: string,
  contents: readonly PackedDocument[],
): TransferInFile {
  const row = { YSLX, YSZT: '8', LC: '', FCDW: POLICE, JSDW: OFFICE, FCSJ, JSSJ };
  return { ...row, package: contents, materials: contents.map(({ WSMC }) => material('01', WSMC)) };
}

export function toPolice(YSLX: string, FCSJ: string, JSSJ: string, places: readonly number[]): TransferInFile {
  const row = { YSLX, YSZT: '8', LC: '', FCDW: OFFICE, JSDW: POLICE, FCSJ, JSSJ };
  return { ...row, package: places, materials: [] };
}

/** 提起公诉 */
export function prosecution(FCSJ: string, JSSJ: string, place: number): TransferInFile {
  return { ...toPolice('0301', FCSJ, JSSJ, [place]), JSDW: COURT };
}

/** 移送审查起诉, with all that belongs to it. */
export function referral(FCSJ: string, JSSJ: string, opinion: PackedDocument): TransferInFile {
  return {
    ...fromPolice('0201', FCSJ, JSSJ, [opinion]),
    materials: [...materialsOfReferral(), material('05', '随案移送清单')],
  };
}

export function materialsOfReferral(): MaterialRow[] {
  return [material('02', '起诉意见书'), material('03', '诉讼卷宗'), material('04', '证据材料')];
}

/** Required and present. */
export function material(CLDM: string, CLMC: string): MaterialRow {
  return { CLDM, CLMC, SFBX: '1', SFYF: '1', BZ: '' };
}

export function digestOf(text: string): string {
  return createHash('sm3').update(text).digest('hex').toUpperCase();
}
