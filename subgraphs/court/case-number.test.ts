import { expect, it } from '@jest/globals';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { numberedAs } from '#subgraphs/court/case-number.ts';

it.each<[string, string | null, string | null]>([
  ['（2025）鲁9999刑初999901号', 'CRIMINAL', 'FIRST'],
  ['（2025）鲁99刑终999920号', 'CRIMINAL', 'SECOND'],
  ['（2025）鲁9999民初999905号', 'CIVIL', 'FIRST'],
  ['（2025）鲁9999诉前调999915号', 'MEDIATION', null],
  ['（2025）鲁9999民诉前调999915号', 'MEDIATION', null],
  ['（2025）鲁9999行初999901号', 'ADMINISTRATIVE', 'FIRST'],
  ['（2025）鲁9999执恢999901号', 'ENFORCEMENT', 'ENFORCEMENT'],
  ['（2025）鲁9999委赔999901号', 'STATE_COMPENSATION', null],
  ['（2025）最高法知民终999901号', 'CIVIL', 'SECOND'],
  ['（2025）鲁刑再999901号', 'CRIMINAL', 'RETRIAL'],
  ['（2025）鲁9999民特999901号', 'CIVIL', null],
  ['（2025）鲁9999司惩999901号', null, null],
  ['（2014）虚民初字第123号', 'CIVIL', 'FIRST'],
  ['（2014）行唐刑初字第1号', 'CRIMINAL', 'FIRST'],
  ['（2014）民刑二终字第1号', 'CRIMINAL', 'SECOND'],
  ['（2014）虚执字第1号', 'ENFORCEMENT', 'ENFORCEMENT'],
  ['（2014）虚调字第1号', null, null],
])('%s: %s, %s', (number, kind, instance) => {
  expect(numberedAs(number as CourtCaseNo)).toEqual({ kind, instance });
});
