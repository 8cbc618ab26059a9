import { describe, expect, it } from '@jest/globals';
import { distinctTransfers, transferDifferences } from '#subgraphs/casework/lists/distinct-transfers.ts';
import { distinctDocuments, documentDifferences } from '#subgraphs/casework/lists/document.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import { OWNERS } from '#subgraphs/casework/owners/owner.ts';
import type { OwnerDelivery, OwnerDocument, OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

/** What a system tells. */
function told<Row>(system: string, row: Row): OwnedRow<Row> {
  const owner = OWNERS.find((each) => each.system === system);
  if (owner === undefined) throw new Error(`no owner runs ${system}`);
  return { owner, row };
}

const served = (to: string): OwnerDelivery => ({ to, method: '直接送达', servedAt: null, ok: true });
const document = (override: Partial<OwnerDocument> = {}): OwnerDocument => ({
  documentUid: 'd-1',
  code: { scheme: 'S', code: 'JC-03', name: '起诉书' },
  title: '起诉书',
  number: '虚检刑诉〔2025〕11号',
  issuer: 'PROC-379999',
  issuedOn: '2025-05-28',
  sealed: true,
  signatureValid: true,
  digest: null,
  deliveries: [],
  ...override,
});

describe('documents', () => {
  const shown = (...rows: OwnedRow<OwnerDocument>[]) =>
    distinctDocuments(rows).map(({ documentUid, deliveries }) => `${documentUid}: ${deliveries.map(({ to }) => to)}`);
  const ofCourt = document({ documentUid: 'court', sealed: null, deliveries: [served('张'), served('李')] });
  const ofIssuer = document({ documentUid: 'issuer', deliveries: [served('法院')] });

  it('that two departments hold are one: the issuer’s, with the deliveries of both', () => {
    expect(shown(told('12368', ofCourt), told('12309', ofIssuer))).toEqual(['issuer: 法院,张,李']);
    expect(shown(told('12309', ofIssuer), told('12368', ofCourt))).toEqual(['issuer: 法院,张,李']);
  });

  it('that only others hold are as the first of them tells', () => {
    expect(shown(told('12368', ofCourt), told('police', { ...ofIssuer, documentUid: 'police' }))).toEqual([
      'court: 张,李,法院',
    ]);
  });

  it.each<[string, Partial<OwnerDocument>]>([
    ['of another issuer', { issuer: 'PROC-439999' }],
    ['of another code', { code: { scheme: 'S', code: 'JC-02', name: '提纲' } }],
    ['of another number', { number: '虚检刑诉〔2025〕12号' }],
    ['without a number, of another day', { number: null, issuedOn: '2025-05-29' }],
  ])('%s are others', (_what, other) => {
    expect(shown(told('12309', document()), told('12368', document({ documentUid: 'd-2', ...other })))).toEqual([
      'd-1: ',
      'd-2: ',
    ]);
  });

  it('that one department holds are as many as it says, though nothing but their keys tells them apart', () => {
    const unnumbered = (documentUid: string) => told('police', document({ documentUid, number: null }));
    expect(shown(unnumbered('d-1'), unnumbered('d-2'))).toEqual(['d-1: ', 'd-2: ']);
  });
});

const transfer = (override: Partial<OwnerTransfer> = {}): OwnerTransfer => ({
  transferUid: 't-1',
  kind: 'SUPPLEMENT_RETURN',
  status: 'SENT',
  round: 2,
  from: 'PROC-379999',
  to: 'POLICE-379999',
  sentAt: '2025-05-30T09:00:00+08:00',
  receivedAt: null,
  partyKeys: [],
  documents: [],
  checklist: [],
  replaces: null,
  ...override,
});

describe('hand-overs', () => {
  const sent = told('12309', transfer({ transferUid: 'sent', partyKeys: ['12309#1'], documents: [document()] }));
  const received = told(
    'police',
    transfer({
      transferUid: 'received',
      status: 'ACCEPTED',
      sentAt: '2025-05-30T09:00:05+08:00',
      receivedAt: '2025-05-30T10:00:00+08:00',
      partyKeys: ['police#1'],
    }),
  );

  it('that both sides recorded are one: the receiver’s, with what only the sender lists', () => {
    for (const rows of [
      [sent, received],
      [received, sent],
    ])
      expect(distinctTransfers(rows)).toEqual([
        {
          ...received.row,
          partyKeys: expect.arrayContaining(['12309#1', 'police#1']),
          documents: [document()],
        },
      ]);
  });

  it('that one side recorded are as it says', () => {
    expect(distinctTransfers([sent])).toEqual([sent.row]);
  });

  it.each<[string, Partial<OwnerTransfer>]>([
    ['of another kind', { kind: 'CUSTODY_HANDOVER' }],
    ['of another round', { round: 1 }],
    ['from elsewhere', { from: 'PROC-439999' }],
    ['to elsewhere', { to: 'POLICE-439999' }],
    ['of another day, of no round', { round: null, sentAt: '2025-05-31T09:00:00+08:00' }],
    ['not sent yet', { sentAt: null }],
  ])('%s are others', (_what, other) => {
    expect(distinctTransfers([received, told('12309', transfer(other))])).toHaveLength(2);
  });

  it('of one round are one, though the two sides date it otherwise; what is sent again in it, is another', () => {
    const other = told('12309', transfer({ transferUid: 'sent', sentAt: '2025-05-29T16:00:00+08:00' }));
    const rejected = told('12309', transfer({ transferUid: 'rejected', sentAt: '2025-05-28T16:00:00+08:00' }));
    const shown = (...rows: OwnedRow<OwnerTransfer>[]) => distinctTransfers(rows).map(({ transferUid }) => transferUid);
    expect(shown(received, other)).toEqual(['received']);
    expect(shown(received, rejected, sent)).toEqual(['rejected', 'received']);
  });

  it('that one side recorded twice are two', () => {
    expect(
      distinctTransfers([sent, told('12309', transfer({ transferUid: 't-2', partyKeys: ['12309#2'] }))]),
    ).toHaveLength(2);
  });

  it('at the same time are in one order', () => {
    const both = ['t-2', 't-1'].map((transferUid) => told('12309', transfer({ transferUid })));
    for (const rows of [both, both.toReversed()])
      expect(distinctTransfers(rows).map(({ transferUid }) => transferUid)).toEqual(['t-1', 't-2']);
  });

  it('are by time', () => {
    const on = (day: string) => told('12309', transfer({ transferUid: day, sentAt: `${day}T09:00:00+08:00` }));
    const days = ['2025-05-30', '2025-04-21', '2025-05-06'];
    expect(distinctTransfers(days.map(on)).map(({ transferUid }) => transferUid)).toEqual(days.toSorted());
  });
});

describe('what the copies date otherwise than the owner', () => {
  const told12309 = (override: Partial<OwnerTransfer>) => told('12309', transfer(override));
  const byPolice = told('police', transfer({ status: 'ACCEPTED', receivedAt: '2025-05-30T10:00:00+08:00' }));

  it.each<[string, Partial<OwnerTransfer>, string[]]>([
    ['nothing', { receivedAt: '2025-05-30T23:00:00+08:00' }, []],
    ['nothing, where it does not know', { receivedAt: null }, []],
    ['the receipt', { receivedAt: '2025-05-31T10:00:00+08:00' }, ['receivedAt']],
    ['the sending', { sentAt: '2025-05-29T09:00:00+08:00' }, ['sentAt']],
  ])('of a hand-over, the sender: %s', (_what, override, fields) => {
    expect(transferDifferences([told12309(override), byPolice])).toEqual(
      fields.map((field) => ({
        ...{ agencyCode: 'POLICE-379999', department: 'PROCURATORATE', system: '12309' },
        field: `transfer SUPPLEMENT_RETURN ${field}`,
      })),
    );
  });

  it('of a document, who serves it', () => {
    const ofCourt = told('12368', document({ issuedOn: '2025-05-29' }));
    const ofIssuer = told('12309', document());
    expect(documentDifferences([ofCourt, ofIssuer])).toEqual([
      { agencyCode: 'PROC-379999', department: 'COURT', system: '12368', field: 'document JC-03 issuedOn' },
    ]);
    expect(documentDifferences([told('12368', document()), ofIssuer])).toEqual([]);
    expect(documentDifferences([ofCourt, told('police', document())])).toEqual([]);
  });
});
