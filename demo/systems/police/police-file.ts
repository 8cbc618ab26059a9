import type { Lawyer } from '#demo/world/staff.ts';
import type {
  CaseRow,
  CustodyRow,
  DocumentRow,
  HandoverRow,
  MaterialRow,
  MeasureRow,
  PartyRow,
  TransferRow,
} from '#simulators/police/rows.ts';

/** What the police hold of a case; parties and documents are told by their place, from 1. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
export interface PoliceFile {
  readonly record: Omit<CaseRow, 'WTLSMD' | 'ZYRYMD' | 'PTTYAH'>;
  readonly parties: readonly PartyInFile[];
  /** Whose power of attorney is filed here. */
  readonly counsel?: readonly { readonly party: number; readonly lawyer: Lawyer; readonly from: string }[];
  readonly measures?: readonly MeasureInFile[];
  readonly custodies?: readonly CustodyInFile[];
  readonly documents?: readonly DocumentInFile[];
  readonly transfers?: readonly TransferInFile[];
}

export type PartyInFile = Omit<PartyRow, 'RYBH' | 'AJBH'>;
export type MeasureInFile = Omit<MeasureRow, 'CSBH' | 'AJBH' | 'RYBH' | 'WSBH'> & {
  readonly party: number;
  readonly document?: number;
};
export type CustodyInFile = Omit<CustodyRow, 'ZYBH' | 'AJBH' | 'RYBH'> & {
  readonly party: number;
  readonly handovers: readonly Omit<HandoverRow, 'HYBH' | 'ZYBH'>[];
};
/** `key` is that of another agency that issued it. */
export type DocumentInFile = Omit<DocumentRow, 'WSBH' | 'AJBH' | 'ZYZ'> & { readonly key?: string };
export type TransferInFile = Omit<TransferRow, 'YSBH' | 'AJBH' | 'SARYBH'> & {
  readonly materials: readonly MaterialInFile[];
};
export type MaterialInFile = Omit<MaterialRow, 'YSBH' | 'XH' | 'WSBH'> & { readonly document?: number };
