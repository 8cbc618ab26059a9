import { COURT_PROVINCES, COURT_TYPE_CODES, SUPREME_COURT } from '#schema/identifiers/court-codes.ts';
import { identifierKind } from '#schema/identifiers/identifier-kind.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

const court = `${SUPREME_COURT}|[${COURT_PROVINCES.join('')}](?:\\d{2}|\\d{4})?`;
const type = Object.values(COURT_TYPE_CODES).flat().join('|');

/** `（year）` court code, 知 for specialised trials, type code, serial, 号: since 2016. */
const RULE_2016 = new RegExp(
  `^(（20(?:1[6-9]|[2-9]\\d)）(?:${court})知?(?:${type}))0*([1-9]\\d{0,9})号(?:之[一二三四五六七八九十]+)?$`,
  'u',
);
/** `（year）` agency words, 字第, serial, 号: before 2016, each court in its own way. */
const LEGACY = /^(（(?:19|20)\d{2}）\p{Unified_Ideograph}{1,8}字第)0*([1-9]\d{0,9})(?:-\d+)?号$/u;

/**
 * 法院案号 (DOMAIN 3.1). What follows the serial for one document of the case (`号之一`, in old numbers `-1`) is not part of
 * the case's number and is dropped, as are zeros before the serial, which the rule does not pad.
 */
export const courtCaseNo = identifierKind<CourtCaseNo>({
  name: { zh: '法院案号', en: 'court case number' },
  example: '（2025）鲁9999刑初999901号',
  canonical: (text) => {
    const [, head, serial] = RULE_2016.exec(text) ?? LEGACY.exec(text) ?? [];
    return head === undefined ? null : `${head}${serial}号`;
  },
});
