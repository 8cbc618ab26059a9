import { digestOf } from '#demo/systems/procuratorate-12309/papers.ts';
import { personKey } from '#demo/systems/procuratorate-12309/people.ts';
import type { ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';
import type { DocumentRow, ReviewRow, TransferRow } from '#simulators/procuratorate-12309/rows.ts';

export function toReview(file: ReviewFile): ReviewRow {
  const { record, people, returns = [] } = file;
  return {
    ...record,
    TB: returns.map(({ outline, ...row }, index) => ({ ...row, LC: String(index + 1), TGWSBH: keyOf(file, outline) })),
    RY: people.map(({ document, outline, ...row }, index) => ({
      ...row,
      RYXH: personKey(index),
      JDWSBH: keyOf(file, document),
      TGWSBH: keyOf(file, outline),
    })),
    WS: documentsOf(file),
  };
}

/** Every hand-over of the demo is about all suspects of its case. */
export function toTransfers(file: ReviewFile): TransferRow[] {
  const { BMSAH, GAAJBH } = file.record;
  const RYXH = file.people.flatMap(({ SSDW }, index) => (SSDW === '01' ? [personKey(index)] : []));
  const own = documentsOf(file);
  return (file.transfers ?? []).map(({ package: contents, materials, policeCase, ...row }, index) => {
    const WS = contents.flatMap((each) => (typeof each === 'number' ? own.slice(each - 1, each).map(packed) : [each]));
    const numbers = policeCase === undefined ? GAAJBH : [policeCase];
    return {
      ...row,
      BMSAH,
      GAAJBH: numbers,
      YSBH: `YS${serialOf(BMSAH)}-${index + 1}`,
      RYXH,
      WS,
      CL: materials,
      THBH: '',
    };
  });
}

function packed({ ZZDW: _1, SFQZ: _2, SD: _3, ...document }: DocumentRow): TransferRow['WS'][number] {
  return document;
}

function documentsOf(file: ReviewFile): DocumentRow[] {
  return (file.documents ?? []).map((row, index) => {
    const WSBH = keyOf(file, index + 1);
    return { ...row, WSBH, ZYZ: digestOf(WSBH) };
  });
}

function keyOf({ record: { BMSAH } }: ReviewFile, place: number | undefined): string {
  return place === undefined ? '' : `JCWS${serialOf(BMSAH)}-${String(place).padStart(2, '0')}`;
}

/** 捕 or 诉, year and serial: `B2025379999000001`. */
function serialOf(number: string): string {
  return (number.includes('捕') ? 'B' : 'S') + number.replace(/\D/g, '');
}
