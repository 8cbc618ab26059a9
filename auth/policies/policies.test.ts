import { describe, expect, it } from '@jest/globals';
import { holdsPolicy, POLICIES, purposeFits } from '#auth/policies/policies.ts';
import { ROLES } from '#auth/policies/roles.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

const roles = (...names: string[]) => new Set(names);
const MAY_NEVER_SEE_A_CASE = [
  'procuratorate.hotline_12309',
  'court.hotline_12368',
  'notary.notary',
  'coordination.coordinator',
  'platform.security_officer',
  'platform.auditor',
  'platform.system_administrator',
];
const MAY_VERIFY_CERTIFICATES = [
  'procuratorate.prosecutor',
  'court.judge',
  'court.clerk',
  'justice.mediator',
  'notary.notary',
  'lawyer.defence',
  'party',
];

describe('holdsPolicy', () => {
  it.each(Object.keys(ROLES))('case.read for %s (WORLD 7)', (role) => {
    expect(holdsPolicy(roles(role), 'case.read')).toBe(!MAY_NEVER_SEE_A_CASE.includes(role));
  });

  it.each(Object.keys(ROLES))('certificate.verify for %s (DOMAIN Q13)', (role) => {
    expect(holdsPolicy(roles(role), 'certificate.verify')).toBe(MAY_VERIFY_CERTIFICATES.includes(role));
  });

  it.each(Object.keys(ROLES))('calendar.read for %s (WORLD 3)', (role) => {
    expect(holdsPolicy(roles(role), 'calendar.read')).toBe(['court.judge', 'court.clerk'].includes(role));
  });

  it.each(Object.keys(ROLES))('custody.ledger for %s (DOMAIN Q5)', (role) => {
    expect(holdsPolicy(roles(role), 'custody.ledger')).toBe(role === 'police.detention_officer');
  });

  it.each(Object.keys(ROLES))('transfer.inbox for %s (DOMAIN Q2)', (role) => {
    expect(holdsPolicy(roles(role), 'transfer.inbox')).toBe(role === 'procuratorate.case_manager');
  });

  it.each(Object.keys(ROLES))('legal-aid.inbox and legal-aid.assign for %s (WORLD 3)', (role) => {
    for (const policy of ['legal-aid.inbox', 'legal-aid.assign'])
      expect(holdsPolicy(roles(role), policy)).toBe(role === 'justice.legal_aid_officer');
  });

  it.each(Object.keys(ROLES))('tickets and file reading for %s (WORLD 3, 7)', (role) => {
    const isHotline = ['procuratorate.hotline_12309', 'court.hotline_12368'].includes(role);
    const isCounsel = role === 'lawyer.defence';
    for (const policy of ['ticket.read', 'ticket.create'])
      expect(holdsPolicy(roles(role), policy)).toBe(isHotline || isCounsel || role === 'party');
    expect(holdsPolicy(roles(role), 'ticket.list')).toBe(isHotline);
    for (const policy of ['file.read', 'appointment.request']) expect(holdsPolicy(roles(role), policy)).toBe(isCounsel);
  });

  it.each<[string, Set<string>, string]>([
    ['an unknown role', roles('court.president'), 'case.read'],
    ['a role that begins like one', roles('court.judge:deputy', 'court', 'Court.judge', ' court.judge'), 'case.read'],
    ['no role', roles(), 'case.read'],
    ['an unknown policy', roles('court.judge'), 'case.write'],
    ['a policy called __proto__', roles('court.judge', '__proto__'), '__proto__'],
    ['a policy called constructor', roles('court.judge', 'constructor'), 'constructor'],
    ['roles called like parts of an object', roles('__proto__', 'constructor', 'toString'), 'case.read'],
  ])('is not held: %s', (_what, held, policy) => {
    expect(holdsPolicy(held, policy)).toBe(false);
    expect(purposeFits(held, policy, 'HANDLE_CASE')).toBe(false);
  });
});

describe('purposeFits', () => {
  const own = Object.entries(ROLES).filter(([role]) => holdsPolicy(roles(role), 'case.read'));
  it.each(own)('%s: for its own purposes only', (role, { purposes }) => {
    const fitting = Object.keys(PURPOSES).filter((purpose) =>
      purposeFits(roles(role), 'case.read', purpose as Purpose),
    );
    expect(fitting).toEqual([...purposes]);
  });

  it('no purpose fits nothing', () => expect(purposeFits(roles('court.judge'), 'case.read', null)).toBe(false));

  it('one role cannot lend another its purpose', () => {
    expect(purposeFits(roles('court.judge', 'coordination.coordinator'), 'case.read', 'STATISTICS')).toBe(false);
  });
});

it('every policy is held by roles that exist', () => {
  for (const holders of Object.values(POLICIES))
    expect(holders.filter((role) => !Object.hasOwn(ROLES, role))).toEqual([]);
});
