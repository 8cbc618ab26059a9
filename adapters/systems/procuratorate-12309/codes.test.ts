import { describe, expect, it } from '@jest/globals';
import {
  AGENCIES,
  APPOINTMENT_STATUSES,
  ARREST_DECISIONS,
  ARREST_STATUSES,
  CHANNELS,
  DECISION_STATUSES,
  DOCUMENTS,
  FUNCTIONS,
  LEGAL_STATUSES,
  OFFICES,
  OUTCOMES,
  PROSECUTION_STATUSES,
  REPLY_KINDS,
  SERVICE_CODES,
  SERVICES,
  TICKET_STATUSES,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import { PROCURATORATE_FUNCTIONS } from '#adapters/systems/procuratorate-12309/port.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { APPOINTMENT_STATUS } from '#schema/enums/appointment-status.ts';
import { ARREST_DECISION } from '#schema/enums/arrest-decision.ts';
import { ARREST_DECISION_STATUS } from '#schema/enums/arrest-decision-status.ts';
import { ARREST_REVIEW_STATUS } from '#schema/enums/arrest-review-status.ts';
import { type Enum, valuesOf } from '#schema/enums/enum.ts';
import { PROCURATORATE_SERVICE } from '#schema/enums/procuratorate-service.ts';
import { PROSECUTION_OUTCOME } from '#schema/enums/prosecution-outcome.ts';
import { PROSECUTION_REVIEW_STATUS } from '#schema/enums/prosecution-review-status.ts';
import { TICKET_CHANNEL } from '#schema/enums/ticket-channel.ts';
import { TICKET_REPLY_KIND } from '#schema/enums/ticket-reply-kind.ts';
import { TICKET_STATUS } from '#schema/enums/ticket-status.ts';
import { TRANSFER_KIND } from '#schema/enums/transfer-kind.ts';
import { TRANSFER_STATUS } from '#schema/enums/transfer-status.ts';

/** Of each table: the graph's words, and those that this system has no part in. */
const TABLES: Readonly<Record<string, readonly [ReadonlyMap<string, string>, Enum, ...string[]]>> = {
  'AJZT, arrest review': [ARREST_STATUSES, ARREST_REVIEW_STATUS],
  'AJZT, prosecution review': [PROSECUTION_STATUSES, PROSECUTION_REVIEW_STATUS],
  'JDDM, arrest review': [ARREST_DECISIONS, ARREST_DECISION],
  'JDDM, prosecution review': [OUTCOMES, PROSECUTION_OUTCOME],
  ZXZT: [DECISION_STATUSES, ARREST_DECISION_STATUS],
  YSLX: [TRANSFER_KINDS, TRANSFER_KIND, 'EXECUTION_DELIVERY', 'CORRECTION_DELIVERY'],
  YSZT: [TRANSFER_STATUSES, TRANSFER_STATUS],
  QD: [CHANNELS, TICKET_CHANNEL, 'COURT_12368', 'LEGAL_AID_12348'],
  SXLB: [SERVICES, PROCURATORATE_SERVICE],
  GDZT: [TICKET_STATUSES, TICKET_STATUS],
  DFLB: [REPLY_KINDS, TICKET_REPLY_KIND],
  YYZT: [APPOINTMENT_STATUSES, APPOINTMENT_STATUS],
};

describe('the code tables', () => {
  it.each(Object.entries(TABLES))('%s is total, each word once', (_list, [codes, words, ...none]) => {
    expect([...codes.values(), ...none].sort()).toEqual([...valuesOf(words)].sort());
  });

  it('has a function for each code', () => {
    expect([...FUNCTIONS.values()]).toEqual(PROCURATORATE_FUNCTIONS);
  });

  it('has every kind of document that a procuratorate issues (DOMAIN 2.13)', () => {
    const issued = [...DOCUMENTS.values()].map(([code]) => code).filter((code) => code.startsWith('JC-'));
    expect([...new Set(issued)]).toEqual(['JC-01', 'JC-02', 'JC-03', 'JC-04', 'JC-05', 'JC-06']);
  });

  it('has agencies of the directory, and finds back the code of an office and of a service', () => {
    for (const agencyCode of AGENCIES.values()) expect(departmentOfAgency(agencyCode)).not.toBeNull();
    for (const [agencyCode, code] of OFFICES) expect(AGENCIES.get(code)).toBe(agencyCode);
    for (const [service, code] of SERVICE_CODES) expect(SERVICES.get(code)).toBe(service);
    expect([...OFFICES.keys()]).toEqual(['PROC-379999', 'PROC-439999']);
  });
});

it.each([
  ['00', 'SUSPECT'],
  ['11', 'SUSPECT'],
  ['12', 'SUSPECT'],
  ['21', 'DEFENDANT'],
  ['22', 'NOT_PROSECUTED'],
  ['24', 'NOT_PROSECUTED'],
  ['26', 'SUSPECT'],
  ['99', undefined],
])('the decision %s makes a %s of a suspect', (code, status) => {
  expect(LEGAL_STATUSES.get(code)).toBe(status);
});
