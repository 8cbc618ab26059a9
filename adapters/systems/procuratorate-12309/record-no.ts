import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';

declare const kind: unique symbol;
/** 移送编号: the procuratorate's key of a package that was sent to it or that it sent. */
export type TransferKey = string & { readonly [kind]: 'TransferKey' };

/** By what the procuratorate knows a record: a review's number, or the key of a package that is not accepted and so has none. */
export type RecordNo = AcceptanceNo | TransferKey;

const TRANSFER_KEY = /^YS[\dA-Z-]{1,40}$/;

/** `null` for a text that is none. */
export function parseTransferKey(raw: string): TransferKey | null {
  return isTransferKey(raw) ? raw : null;
}

/** A review's number whatever its brackets, or a package's key as it is; `null` for a text that is neither. */
export function parseRecordNo(raw: string): RecordNo | null {
  return acceptanceNo.parse(raw) ?? parseTransferKey(raw);
}

export function isTransferKey(raw: string): raw is TransferKey {
  return TRANSFER_KEY.test(raw);
}
