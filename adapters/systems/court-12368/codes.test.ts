import { describe, expect, it } from '@jest/globals';
import {
  AGENCIES,
  COURT_CODES,
  COURTS,
  FEE_STATES,
  FUNCTIONS,
  PROCEDURES,
  ROLES,
  STATUSES,
} from '#adapters/systems/court-12368/codes.ts';
import { DOCUMENTS } from '#adapters/systems/court-12368/document-codes.ts';
import { COURT_FUNCTIONS } from '#adapters/systems/court-12368/port.ts';
import {
  CHANNELS,
  REPLY_KINDS,
  SERVICE_CODES,
  SERVICES,
  TICKET_STATUSES,
} from '#adapters/systems/court-12368/ticket-codes.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { COURT_CASE_STATUS } from '#schema/enums/court-case-status.ts';
import { COURT_SERVICE } from '#schema/enums/court-service.ts';
import { type Enum, valuesOf } from '#schema/enums/enum.ts';
import { FEE_STATE } from '#schema/enums/fee-state.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { TICKET_CHANNEL } from '#schema/enums/ticket-channel.ts';
import { TICKET_REPLY_KIND } from '#schema/enums/ticket-reply-kind.ts';
import { TICKET_STATUS } from '#schema/enums/ticket-status.ts';
import { TRIAL_PROCEDURE } from '#schema/enums/trial-procedure.ts';

/** Of each table: the graph's words, and those that this system has no part in. */
const TABLES: Readonly<Record<string, readonly [ReadonlyMap<string, string>, Enum, ...string[]]>> = {
  ZT: [STATUSES, COURT_CASE_STATUS],
  SYCX: [PROCEDURES, TRIAL_PROCEDURE],
  JFZT: [FEE_STATES, FEE_STATE],
  GDQD: [CHANNELS, TICKET_CHANNEL, 'PROC_12309', 'LEGAL_AID_12348'],
  GDSX: [SERVICES, COURT_SERVICE],
  GDZT: [TICKET_STATUSES, TICKET_STATUS],
  DFLX: [REPLY_KINDS, TICKET_REPLY_KIND],
};

describe('the code tables', () => {
  it.each(Object.entries(TABLES))('%s is total, each word once', (_list, [codes, words, ...none]) => {
    expect([...codes.values(), ...none].sort()).toEqual([...valuesOf(words)].sort());
  });

  it('has a word for every role, and a function for each code', () => {
    expect(new Set(ROLES.values())).toEqual(new Set(valuesOf(PARTY_ROLE)));
    expect([...FUNCTIONS.values()]).toEqual(COURT_FUNCTIONS);
  });

  it('has every kind of document that a court issues (DOMAIN 2.13)', () => {
    const issued = [...DOCUMENTS.values()].map(([code]) => code).filter((code) => code.startsWith('FY-'));
    expect([...new Set(issued)]).toEqual(['FY-01', 'FY-02', 'FY-03', 'FY-04']);
  });

  it('has agencies of the directory, and finds back the code of a court and of a service', () => {
    for (const agencyCode of AGENCIES.values()) expect(departmentOfAgency(agencyCode)).not.toBeNull();
    for (const [agencyCode, code] of COURT_CODES) expect(COURTS.get(code)).toBe(agencyCode);
    for (const [service, code] of SERVICE_CODES) expect(SERVICES.get(code)).toBe(service);
    expect(COURT_CODES.get('COURT-379999')).toBe('鲁9999');
  });
});
