import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { toIssuedTicket, toTicket, toTicketFacts } from '#adapters/systems/court-12368/ticket-mapping.ts';
import { expectUnreadable } from '#adapters/systems/court-12368/unreadable.fixture.ts';

const GDBH = 'PT12368-2025-000001';
const TICKET = {
  ...{ GDBH, FYDM: '鲁9999', GDQD: '02', GDSX: '02', GDZT: '20', GLAJAH: '(2025)鲁9999民初999905号' },
  ...{ TJSJ: '2025-06-12 10:20:00', DFQXRQ: '', TJRXM: '华拟卯', TJRZJH: '449999197601300117' },
  DFJLLB: {
    DFJL: [
      { DFSJ: '2025-06-14 09:00:00', DFLX: '2', DFNR: '在办。' },
      { DFSJ: '2025-06-13 09:00:00', DFLX: '1', DFNR: '收悉。' },
    ],
  },
};
const read = (changes: XmlRecord = {}) => toTicket({ ...TICKET, ...changes });

describe('a ticket', () => {
  it('is shown with its replies by time', () => {
    expect(read()).toEqual({
      ticketNo: GDBH,
      agencyCode: 'COURT-379999',
      channel: 'COURT_12368',
      kind: 'CONTACT_JUDGE',
      status: 'ACCEPTED',
      caseNo: '（2025）鲁9999民初999905号',
      submittedAt: '2025-06-12T10:20:00+08:00',
      nextReplyDueOn: null,
      complainant: { name: '华拟卯', idNumber: '449999197601300117' },
      replies: [
        { at: '2025-06-13T09:00:00+08:00', kind: 'PROCEDURAL', text: '收悉。' },
        { at: '2025-06-14T09:00:00+08:00', kind: 'PROGRESS', text: '在办。' },
      ],
    });
  });

  it('may be about what is no case number, and have replies of one time in the order of the court', () => {
    expect(read({ GLAJAH: '某案' }).caseNo).toBeNull();
    const replies = ['甲', '乙', '丙'].map((DFNR) => ({ DFSJ: '2025-06-13 09:00:00', DFLX: '1', DFNR }));
    expect(read({ DFJLLB: { DFJL: replies } }).replies.map((reply) => reply.text)).toEqual(['甲', '乙', '丙']);
  });

  it('may be about no case, from nobody, or from someone without a readable number', () => {
    expect(read({ GLAJAH: '', TJRXM: '', TJRZJH: '' })).toMatchObject({ caseNo: null, complainant: null });
    expect(read({ TJRZJH: '护照' })).toMatchObject({ complainant: { name: '华拟卯', idNumber: null } });
  });

  it.each([
    ['GDQD', '99'],
    ['GDSX', ''],
    ['GDZT', '99'],
    ['TJSJ', ''],
    ['FYDM', '京0101'],
  ])('cannot be read with %s %j', (element, value) => {
    expectUnreadable(toTicket, { ...TICKET, [element]: value }, element);
  });

  it('is opened by its code, which nothing shows', () => {
    const facts = toTicketFacts({ GDBH, FYDM: '鲁9999', GDCXM: 'QR4T9W' });
    expect(facts).toMatchObject({ ticketNo: GDBH, agencyCode: 'COURT-379999' });
    expect([facts.queryCode.matches('QR4T9W'), facts.queryCode.matches('QR4T9V')]).toEqual([true, false]);
    expect(inspect(facts, { depth: null, showHidden: true })).not.toContain('QR4T9W');
  });
});

describe('a request for a ticket', () => {
  it.each([
    ['1', false],
    ['2', true],
  ])('with result %s gives number and code', (SLJG, repeated) => {
    const outcome = { ticketNo: GDBH, queryCode: 'QR4T9W' };
    expect(toIssuedTicket({ SLJG, GDBH, GDCXM: 'QR4T9W' })).toEqual({ outcome, repeated });
  });

  it.each([
    ['3', 'CONFLICT'],
    ['4', 'NOT_FOUND'],
  ])('with result %s is refused as %s', (SLJG, code) => {
    expect(() => toIssuedTicket({ SLJG })).toThrow(expect.objectContaining({ code }));
  });

  it.each(['', '5'])('cannot be read with result %j', (SLJG) => {
    expectUnreadable(toIssuedTicket, { SLJG, GDBH, GDCXM: 'QR4T9W' }, 'SLJG');
  });
});
