import { describe, expect, it } from '@jest/globals';
import { redactedAnswer } from '#subgraphs/kit/redacted-rows.ts';

const NUMBER = '13900009901';
const HIDDEN = '*'.repeat(11);

describe('what people wrote leaves the owner without anybody’s number', () => {
  it.each([
    [
      'a hand-over',
      { partyKey: NUMBER, handover: { reason: NUMBER } },
      { partyKey: NUMBER, handover: { reason: HIDDEN } },
    ],
    [
      'a document within a package',
      { rows: [{ documents: [{ documentUid: NUMBER, title: NUMBER, deliveries: [{ to: NUMBER }] }] }] },
      { rows: [{ documents: [{ documentUid: NUMBER, title: HIDDEN, deliveries: [{ to: HIDDEN }] }] }] },
    ],
    [
      'a reply',
      { ticket: { replies: [{ text: NUMBER }] }, queryCode: null },
      { ticket: { replies: [{ text: HIDDEN }] }, queryCode: null },
    ],
    ['a failure', { failure: { code: 'DEPARTMENT_TIMEOUT' } }, { failure: { code: 'DEPARTMENT_TIMEOUT' } }],
  ])('in %s', (_where, row, leaves) => {
    expect(redactedAnswer('rows', [row])).toEqual([leaves]);
  });

  it('in a name that goes to the registry; numbers of records stay', () => {
    const record = {
      linkedNumbers: [{ kind: 'ACCEPTANCE_NO', number: NUMBER }],
      parties: [{ partyKey: NUMBER, displayName: `张拟甲${NUMBER}` }],
    };
    const leaves = { ...record, parties: [{ partyKey: NUMBER, displayName: `张拟甲${HIDDEN}` }] };
    expect([redactedAnswer('page', [record]), redactedAnswer('links', [record])]).toEqual([[leaves], [leaves]]);
    expect(redactedAnswer('page', [{ pageKey: NUMBER, unreadable: true }])).toEqual([
      { pageKey: NUMBER, unreadable: true },
    ]);
  });

  it('but for numbers that a grant opened', () => {
    const row = { rows: [{ numbers: { 'Person.phone': NUMBER } }] };
    expect(redactedAnswer('identities', [row])).toEqual([row]);
  });
});
