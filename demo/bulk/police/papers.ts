import { dateOf } from '#demo/bulk/days.ts';
import type { PlannedDocument } from '#demo/bulk/documents.ts';
import { digestOf, policeDocumentKey, policeKey, policePersonNo, procuratorateDocumentKey } from '#demo/bulk/keys.ts';
import type { CriminalPlan } from '#demo/bulk/plan.ts';
import { AGENCIES, DOCUMENTS, MATERIALS, POLICE, PROCURATORATE, TRANSFERS } from '#demo/bulk/police/codes.ts';
import type { DocumentRow, MaterialRow, TransferRow } from '#simulators/police/rows.ts';

/** Their own, and what came to them. */
export function documentsOf({ index, policeCaseNo, documents }: CriminalPlan): readonly DocumentRow[] {
  const known = documents.filter(({ form }) => form !== 'INDICTMENT');
  return known.map((document) => {
    const WSBH = keyOf(index, policeCaseNo, document);
    return {
      ...{ WSBH, AJBH: policeCaseNo, WSDM: DOCUMENTS[document.form], WSMC: document.title, WH: document.number },
      ZZJG: document.origin === 'POLICE' ? POLICE : PROCURATORATE,
      ZZSJ: dateOf(document.issuedOn),
      ...{ JZLX: '1', QZBZ: '1', YQJG: '1', ZYZ: digestOf(WSBH) },
    };
  });
}

export function transfersOf(plan: CriminalPlan): readonly TransferRow[] {
  const { policeCaseNo, suspects } = plan;
  const SARYBH = suspects.map(({ place }) => policePersonNo(policeCaseNo, place)).join(',');
  return ownTransfers(plan).map(({ kind, round, from, to, sentAt, receivedAt }, order) => ({
    ...{ YSBH: policeKey(policeCaseNo, 'YS', order), AJBH: policeCaseNo, YSLX: TRANSFERS[kind] ?? '', YSZT: COMPLETED },
    ...{ YSCS: round, FCJG: AGENCIES[from] ?? '', JSJG: AGENCIES[to] ?? '', FCSJ: sentAt, JSSJ: receivedAt },
    ...{ SARYBH, THYSBH: '' },
  }));
}

/** The documents of each package, and the files that go with a request. All is there. */
export function materialsOf(plan: CriminalPlan): readonly MaterialRow[] {
  const { index, policeCaseNo } = plan;
  return ownTransfers(plan).flatMap(({ kind, documents }, order) => {
    const papers = documents.map((document) => ({
      ...{ CLDM: MATERIALS[document.form] ?? '', CLMC: document.title, WSBH: keyOf(index, policeCaseNo, document) },
    }));
    const files = FILES[kind] ?? [];
    return [...papers, ...files].map((item, place) => ({
      ...{ ...item, YSBH: policeKey(policeCaseNo, 'YS', order), XH: place + 1, BBBZ: '1', YBBZ: '1', BZ: '' },
    }));
  });
}

const COMPLETED = '8';
const FILE = { CLDM: '03', CLMC: '诉讼卷宗', WSBH: '' };
const FILES: Partial<Record<CriminalPlan['transfers'][number]['kind'], readonly (typeof FILE)[]>> = {
  ARREST_REQUEST: [FILE],
  PROSECUTION_REFERRAL: [
    FILE,
    { CLDM: '04', CLMC: '证据材料', WSBH: '' },
    { CLDM: '05', CLMC: '随案移送清单', WSBH: '' },
  ],
};

function ownTransfers({ transfers }: CriminalPlan) {
  return transfers.filter(({ kind }) => TRANSFERS[kind] !== undefined);
}

function keyOf(index: number, policeCaseNo: string, document: PlannedDocument): string {
  return document.origin === 'POLICE'
    ? policeDocumentKey(policeCaseNo, document)
    : procuratorateDocumentKey(index, document);
}
