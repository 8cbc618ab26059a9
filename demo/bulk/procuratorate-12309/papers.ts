import type { PlannedDocument } from '#demo/bulk/documents.ts';
import { digestOf, policeDocumentKey, procuratorateDocumentKey, reviewKey } from '#demo/bulk/keys.ts';
import type { CriminalPlan, PlannedTransfer } from '#demo/bulk/plan.ts';
import { AGENCIES, DOCUMENTS, OFFICE, POLICE, TRANSFERS } from '#demo/bulk/procuratorate-12309/codes.ts';
import { compactDate, compactTime } from '#demo/bulk/procuratorate-12309/dates.ts';
import { personKey } from '#demo/bulk/procuratorate-12309/people.ts';
import type { DocumentRow, MaterialRow, TransferRow } from '#simulators/procuratorate-12309/rows.ts';

type Review = PlannedTransfer['record'];

/** What was issued in a review. The police get all but the indictment, which the court serves. */
export function documentsOf({ index, documents, transfers }: CriminalPlan, review: Review): readonly DocumentRow[] {
  return documents
    .filter(({ origin }) => origin === review)
    .map((document) => {
      const sent = transfers.find((transfer) => transfer.documents.includes(document));
      const toPolice = sent?.to === 'POLICE-379999';
      const servedAt = compactTime(sent?.receivedAt ?? '');
      return {
        ...paper(document, procuratorateDocumentKey(index, document)),
        ...{ ZZDW: OFFICE, SFQZ: '1' },
        SD: toPolice
          ? [{ SSDDW: POLICE, SSDRXH: '', SSDMC: '虚构县公安局', SDFS: ELECTRONIC, SDSJ: servedAt, SFSD: '1' }]
          : [],
      };
    });
}

export function transfersOf(plan: CriminalPlan, review: Review, BMSAH: string): readonly TransferRow[] {
  const { index, policeCaseNo, suspects, transfers } = plan;
  return transfers
    .filter(({ record }) => record === review)
    .map(({ kind, round, from, to, sentAt, receivedAt, documents }, order) => ({
      ...{ YSBH: `YS${reviewKey(index, review)}-${order + 1}`, BMSAH, GAAJBH: [policeCaseNo] },
      ...{ YSLX: TRANSFERS[kind] ?? '', YSZT: COMPLETED, LC: round === null ? '' : String(round) },
      ...{ FCDW: AGENCIES[from] ?? '', JSDW: AGENCIES[to] ?? '' },
      ...{ FCSJ: compactTime(sentAt), JSSJ: compactTime(receivedAt) },
      RYXH: suspects.map(({ place }) => personKey(place)),
      WS: documents.map((document) => paper(document, keyOf(plan, document))),
      CL: to === 'PROC-379999' ? materialsOf(kind, documents) : [],
      THBH: '',
    }));
}

const ELECTRONIC = '5';
const COMPLETED = '8';

function paper({ form, title, number, issuedOn }: PlannedDocument, WSBH: string): TransferRow['WS'][number] {
  const WSDM = DOCUMENTS[form] ?? '';
  return { WSBH, WSDM, WSMC: title, WH: number, QFRQ: compactDate(issuedOn), YQJG: '1', ZYZ: digestOf(WSBH) };
}

function keyOf({ index, policeCaseNo }: CriminalPlan, document: PlannedDocument): string {
  return document.origin === 'POLICE'
    ? policeDocumentKey(policeCaseNo, document)
    : procuratorateDocumentKey(index, document);
}

/** All is there: what lacks something waits at the intake desk, and nothing of the bulk waits. */
function materialsOf(kind: PlannedTransfer['kind'], documents: readonly PlannedDocument[]): readonly MaterialRow[] {
  const papers = documents.map(({ title }) => material(kind === 'PROSECUTION_REFERRAL' ? '02' : '01', title));
  if (kind !== 'PROSECUTION_REFERRAL') return papers;
  return [...papers, material('03', '诉讼卷宗'), material('04', '证据材料'), material('05', '随案移送清单')];
}

function material(CLDM: string, CLMC: string): MaterialRow {
  return { CLDM, CLMC, SFBX: '1', SFYF: '1', BZ: '' };
}
