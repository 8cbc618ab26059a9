import type {
  DocumentRow,
  MaterialRow,
  PersonRow,
  ReturnRow,
  ReviewRow,
  TransferRow,
} from '#simulators/procuratorate-12309/rows.ts';

/** What the procuratorate holds of a review; its own documents are told by their place, from 1. */
export interface ReviewFile {
  readonly record: Omit<ReviewRow, 'TB' | 'RY' | 'WS'>;
  readonly people: readonly PersonInFile[];
  readonly documents?: readonly OwnDocument[];
  readonly returns?: readonly (Omit<ReturnRow, 'LC' | 'TGWSBH'> & { readonly outline: number })[];
  readonly transfers?: readonly TransferInFile[];
}

export type PersonInFile = Omit<PersonRow, 'RYXH' | 'JDWSBH' | 'TGWSBH'> & {
  readonly document?: number;
  readonly outline?: number;
};

export type OwnDocument = Omit<DocumentRow, 'WSBH' | 'ZYZ'>;

export type TransferInFile = Pick<TransferRow, 'YSLX' | 'YSZT' | 'LC' | 'FCDW' | 'JSDW' | 'FCSJ' | 'JSSJ'> & {
  /** Of the police, or the places of documents of our own. */
  readonly package: readonly (PackedDocument | number)[];
  readonly materials: readonly MaterialRow[];
  /** The police number in the package. @default those of the record */
  readonly policeCase?: string;
};

export type PackedDocument = TransferRow['WS'][number];

export const OFFICE = '379999';

const RECORD = {
  ...{ DWDM: OFFICE, SFFC: '0', MJ: '0', PTTYAH: '', FYAH: '', TBCS: '' },
  ...{ GLSAH: [], LS: [], HB: [] },
};
/** What most arrest reviews have in common. */
export const ARREST = { ...RECORD, LB: '1' };
/** What most prosecution reviews have in common. */
export const PROSECUTION = { ...RECORD, LB: '2', TBCS: '0' };
