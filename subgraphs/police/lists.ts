import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { filedCounsel } from '#subgraphs/kit/filed-counsel.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerCustody, OwnerDocument, OwnerMeasure, OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { maskedPersons, wholeNumbers } from '#subgraphs/kit/persons.ts';
import type { PoliceContext } from '#subgraphs/police/context.ts';
import { compareTimes, toCustody, toDocument, toMeasure, toTransfer } from '#subgraphs/police/rows.ts';

export const persons = maskedPersons(partiesOf);
export const identities = wholeNumbers(partiesOf);

async function partiesOf(recordNo: string, context: PoliceContext) {
  const parties = (await context.parties.load(recordNo as PoliceCaseNo)) ?? [];
  return parties.map((party) => ({ ...party, partyKey: partyKeyIn(recordNo, party.partyKey) }));
}

export const representations = filedCounsel(
  { department: 'POLICE', system: 'police' },
  (recordNo, context: PoliceContext) => context.counsel(recordNo),
);

/** By time. */
export const measures = ownerList<OwnerMeasure, PoliceContext>('Measure', 'MEASURES', async (visible, context) => {
  const records = (await context.measures.load(numberOf(visible))) ?? [];
  return records
    .map((measure) => toMeasure(visible.recordNo, measure))
    .filter(({ partyKey }) => visible.mayShowParty(partyKey))
    .sort((a, b) => compareTimes(a.from ?? '', b.from ?? ''));
});

export const custody = ownerList<OwnerCustody, PoliceContext>('Custody', 'CUSTODY', async (visible, context) => {
  const records = (await context.custodies.load(numberOf(visible))) ?? [];
  return records
    .map((each) => toCustody(visible.recordNo, each))
    .filter(({ partyKey }) => visible.mayShowParty(partyKey));
});

/** The 诉讼卷 of the case: whoever may read the file reads the whole of it (CPL 40). */
export const documents = ownerList<OwnerDocument, PoliceContext>(
  'LegalDocument',
  'DOCUMENTS',
  async (visible, context) => ((await context.documents.load(numberOf(visible))) ?? []).map(toDocument),
);

/** What is not sent yet is the police's own work, and shown to the police alone. */
const UNSENT: ReadonlySet<TransferStatus> = new Set(['DRAFT', 'SIGNED']);

export const transfers = ownerList<OwnerTransfer, PoliceContext>('Transfer', 'TRANSFERS', async (visible, context) => {
  const records = (await context.transfers.load(numberOf(visible))) ?? [];
  return records
    .filter(({ status }) => visible.view === 'POLICE' || !UNSENT.has(status))
    .map((transfer) => toTransfer(visible.recordNo, transfer));
});

function numberOf({ recordNo }: VisibleRecord): PoliceCaseNo {
  return recordNo as PoliceCaseNo;
}
