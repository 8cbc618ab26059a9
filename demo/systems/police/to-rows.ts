import { createHash } from 'node:crypto';
import type { PoliceFile } from '#demo/systems/police/police-file.ts';
import { CASES } from '#demo/world/cases.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

/** The rows of one file. */
export function toRows(file: PoliceFile): PoliceRows {
  const { record, parties, counsel = [], measures = [], custodies = [], documents = [], transfers = [] } = file;
  const { AJBH } = record;
  const personOf = (place: number) => keyOf(AJBH, 'RYBH', place);
  const documentOf = (place: number | undefined) =>
    place === undefined ? '' : (documents[place - 1]?.key ?? keyOf(AJBH, 'WSBH', place));
  const suspects = parties.flatMap(({ RYLB }, index) => (RYLB === '01' ? personOf(index + 1) : []));
  return {
    T_AJ: [
      {
        ...record,
        WTLSMD: counsel
          .map(({ party, lawyer, from }) => `${personOf(party)}:${lawyer.licenceNo}:${lawyer.name}:${from}`)
          .join(','),
        ZYRYMD: custodies
          .flatMap(({ party, KSSDM, CSSJ }) => (CSSJ === '' ? `${personOf(party)}：${KSSDM}` : []))
          .join('，'),
        PTTYAH: CASES.find(({ policeCaseNos }) => policeCaseNos.includes(AJBH))?.caseUid ?? '',
      },
    ],
    T_AJRY: parties.map((row, index) => ({ ...row, AJBH, RYBH: personOf(index + 1) })),
    T_QZCS: measures.map(({ party, document, ...row }, index) => ({
      ...row,
      AJBH,
      CSBH: keyOf(AJBH, 'CSBH', index + 1),
      RYBH: personOf(party),
      WSBH: documentOf(document),
    })),
    T_ZYRY: custodies.map(({ party, handovers: _, ...row }, index) => ({
      ...row,
      AJBH,
      ZYBH: keyOf(AJBH, 'ZYBH', index + 1),
      RYBH: personOf(party),
    })),
    T_HY: custodies.flatMap(({ handovers }, index) =>
      handovers.map((row, place) => ({
        ...row,
        HYBH: keyOf(AJBH, 'HYBH', 10 * index + place + 1),
        ZYBH: keyOf(AJBH, 'ZYBH', index + 1),
      })),
    ),
    T_WS: documents.map(({ key: _, ...row }, index) => {
      const WSBH = documentOf(index + 1);
      return { ...row, AJBH, WSBH, ZYZ: digestOf(WSBH) };
    }),
    // Every hand-over of the demo is about all suspects of its case.
    T_YS: transfers.map(({ materials: _, ...row }, index) => ({
      ...row,
      AJBH,
      YSBH: keyOf(AJBH, 'YSBH', index + 1),
      SARYBH: suspects.join(','),
    })),
    T_YSCL: transfers.flatMap(({ materials }, index) =>
      materials.map(({ document, ...row }, place) => ({
        ...row,
        YSBH: keyOf(AJBH, 'YSBH', index + 1),
        XH: place + 1,
        WSBH: documentOf(document),
      })),
    ),
  };
}

type KeyColumn = 'RYBH' | 'CSBH' | 'ZYBH' | 'HYBH' | 'WSBH' | 'YSBH';

/** 人员编号 has the form of a case number (DOMAIN 3.2); the others begin with letters of their own. Places count from 1. */
function keyOf(AJBH: string, column: KeyColumn, place: number): string {
  return column === 'RYBH'
    ? `R${AJBH.slice(1, 19)}${AJBH.slice(-3)}${place}`
    : `${column.slice(0, 2)}${AJBH.slice(1, 7)}${AJBH.slice(13)}${String(place).padStart(2, '0')}`;
}

function digestOf(text: string): string {
  return createHash('sm3').update(text).digest('hex').toUpperCase();
}
