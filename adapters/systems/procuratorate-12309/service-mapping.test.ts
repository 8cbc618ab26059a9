import { describe, expect, it } from '@jest/globals';
import { expectAllNeeded } from '#adapters/systems/procuratorate-12309/needed.fixture.ts';
import { toRequested, toTicket, toTicketFacts } from '#adapters/systems/procuratorate-12309/service-mapping.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

describe('tickets', () => {
  const ticket = {
    ...{ GDH: 'PT1', DWDM: '379999', QD: '01', SXLB: '07', GDZT: '10', BMSAH: '', TJSJ: '20250616081500', DFQX: '' },
    ...{ TJR: { XM: '', SFZHM: '' }, DFLB: { DF: [] } },
  };
  const facts = { GDH: 'PT1', DWDM: '379999', CXM: 'QK7M2X' };

  it('need all but case, due date and name', () => {
    expectAllNeeded(toTicket, ticket, 'GDH DWDM QD SXLB GDZT TJSJ DFLB TJR');
    expectAllNeeded(toTicketFacts, facts, 'GDH DWDM CXM');
    expect(toTicket(ticket)).toMatchObject({ caseNo: null, nextReplyDueOn: null, complainant: null });
  });

  it('about something that is no number of a review are about none', () => {
    expect(toTicket({ ...ticket, BMSAH: '虚检刑诉受[2025]379999000011号' }).caseNo).toBe(
      '虚检刑诉受〔2025〕379999000011号',
    );
    expect(toTicket({ ...ticket, BMSAH: '去年那个案子' }).caseNo).toBeNull();
  });

  it('come with their replies by time, and at one time as they stand', () => {
    const DF = ['20250616', '20250615', '20250616'].map((day, index) => {
      return { DFSJ: `${day}083000`, DFLB: '1', DFNR: `${index}` };
    });
    const { replies } = toTicket({ ...ticket, DFLB: { DF } });
    expect(replies.map((reply) => reply.text)).toEqual(['1', '0', '2']);
  });

  it('may have a complainant without a number that can be read', () => {
    const read = toTicket({ ...ticket, TJR: { XM: '郑拟寅', SFZHM: '379999198304250288' } });
    expect(read.complainant).toEqual({ name: '郑拟寅', idNumber: null });
  });
});

describe('requests', () => {
  it.each([
    ['1', { outcome: 'it', repeated: false }],
    ['2', { outcome: 'it', repeated: true }],
  ])('with the result %s are granted', (SLJG, granted) => {
    expect(toRequested({ SLJG }, () => 'it')).toEqual(granted);
  });

  it.each([
    ['3', 'CONFLICT'],
    ['4', 'NOT_FOUND'],
    ['5', 'CONFLICT'],
    ['6', 'CONFLICT'],
  ])('with the result %s are refused: %s', (SLJG, code) => {
    expect(() => toRequested({ SLJG }, () => 'it')).toThrow(expect.objectContaining({ code }));
  });

  it.each(['', '9'])('with the result %j cannot be read', (SLJG) => {
    expect(() => toRequested({ SLJG }, () => 'it')).toThrow(UnreadableField);
  });
});
