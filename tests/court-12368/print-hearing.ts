import { toHearings } from '#adapters/systems/court-12368/hearing-mapping.ts';
import { toCaseRecord } from '#adapters/systems/court-12368/mapping.ts';
import { CASE_1 } from '#tests/court-12368/numbers.ts';

/** Prints what becomes of times without a zone, for a test that runs this in processes of several zones. */
const [hearing] = toHearings({
  KTLB: { KT: [{ KTBH: 'KT-1', KTLX: '01', KTSJ: '2025-06-24 09:00:00', FT: '', SFGK: '0' }] },
});
const { docketedOn, trialLimitOn } = toCaseRecord({
  ...{ AH: CASE_1, FYDM: '鲁9999', ZT: '05', LARQ: '2025-05-29 00:00:00', SXJMRQ: '2025-07-29' },
  HYTLB: { CY: [] },
});
const offset = new Date('2025-06-24T00:00:00Z').getTimezoneOffset();
console.log(JSON.stringify({ offset, startsAt: hearing?.startsAt, docketedOn, trialLimitOn }));
