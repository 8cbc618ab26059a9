import type { CertificateState } from '#schema/enums/certificate-state.ts';

/** Whom errors name. */
export const SYSTEM = { department: 'NOTARY', system: 'notary' } as const;

/** The platform's own code lists in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** zhuangtai 状态. Typed as a number in the WSDL; the zero is part of the code. */
export const STATES: ReadonlyMap<string, Exclude<CertificateState, 'UNKNOWN'>> = new Map([
  ['01', 'VALID'],
  ['02', 'CORRECTED'],
  ['03', 'REVOKED'],
]);

/** zhuangtai of an execution certificate that was not issued (未出具). */
export const NOT_ISSUED = '00';

/** juanzongLeibie 卷宗类别: 普通卷, and 密卷 (wills), which only the testator may have opened. */
export const SEALED_FILES: ReadonlyMap<string, boolean> = new Map([
  ['1', false],
  ['2', true],
]);

/** miji 密级, no label; any other value is one. */
export const NO_LABEL = '0';

/** xs:boolean has four spellings. */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** cuowuDaima of the fault that answers a number which the platform does not know (查无此证). */
export const NOT_FOUND = '004004';

/** zhaiyaoSuanfa of the digests that can be compared with ours. */
export const SM3 = 'SM3';
