import { dateOf } from '#demo/bulk/days.ts';
import { policeDocumentKey, policeKey, policePersonNo } from '#demo/bulk/keys.ts';
import type { CriminalPlan } from '#demo/bulk/plan.ts';
import { DETENTION_CENTRE, MEASURES, POLICE, PROCURATORATE } from '#demo/bulk/police/codes.ts';
import type { CustodyRow, MeasureRow } from '#simulators/police/rows.ts';

export function measuresOf({ policeCaseNo, suspects }: CriminalPlan): readonly MeasureRow[] {
  const measures = suspects.flatMap(({ place, measures }) => measures.map((measure) => ({ place, measure })));
  return measures.map(({ place, measure: { kind, from, limitOn, endedAt, document } }, order) => ({
    CSBH: policeKey(policeCaseNo, 'CS', order),
    AJBH: policeCaseNo,
    RYBH: policePersonNo(policeCaseNo, place),
    CSLB: MEASURES[kind],
    JDJG: POLICE,
    PZJG: kind === 'ARREST' ? PROCURATORATE : '',
    ZXJG: POLICE,
    KSSJ: from,
    JZSJ: dateOf(limitOn),
    JCSJ: endedAt ?? '',
    TZJSSJ: kind === 'ARREST' || kind === 'DETENTION' ? from.replace(/\d\d:\d\d:\d\d$/, '20:00:00') : '',
    WSBH: document === null ? '' : policeDocumentKey(policeCaseNo, document),
  }));
}

/** Whoever was held has left: see `investigation.ts`. */
export function custodiesOf({ policeCaseNo, suspects }: CriminalPlan): readonly CustodyRow[] {
  return suspects.flatMap(({ place, measures }, order) => {
    const inside = measures.filter(({ kind }) => kind === 'DETENTION' || kind === 'ARREST');
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return [];
    return {
      ...{ ZYBH: policeKey(policeCaseNo, 'ZY', order), AJBH: policeCaseNo, RYBH: policePersonNo(policeCaseNo, place) },
      ...{ KSSDM: DETENTION_CENTRE, BAJG: POLICE },
      QXQSRQ: first.from.slice(0, 10),
      QXJZRQ: dateOf(last.limitOn),
      CSSJ: last.endedAt ?? last.from,
    };
  });
}
