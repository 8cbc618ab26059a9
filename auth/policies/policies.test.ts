import { describe, expect, it } from '@jest/globals';
import { holdsPolicy, POLICIES, purposeFits, requirePolicies } from '#auth/policies/policies.ts';
import { ROLES } from '#auth/policies/roles.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

const roles = (...names: string[]) => new Set(names);
const HEADS = ['police.head', 'procuratorate.head', 'court.head'];
const MAY_NEVER_SEE_A_CASE = [
  ...HEADS,
  'procuratorate.hotline_12309',
  'court.hotline_12368',
  'notary.notary',
  'coordination.coordinator',
  'platform.security_officer',
  'platform.auditor',
  'platform.system_administrator',
];
/** Those who handle cases and may need a number whole. */
const MAY_UNMASK = [
  'police.investigator',
  'procuratorate.prosecutor',
  'procuratorate.juvenile_prosecutor',
  'court.judge',
  'court.clerk',
];
const MAY_APPLY = ['police.legal_reviewer', ...MAY_UNMASK];
/** 司法机关为办案需要查询 (CPL 286). */
const MAY_CHECK_RECORDS = MAY_UNMASK.filter((role) => role !== 'court.clerk');
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

  it.each(Object.keys(ROLES))('grants for %s', (role) => {
    const isOfficer = role === 'platform.security_officer';
    const held: Record<string, boolean> = {
      'identity.unmask': MAY_UNMASK.includes(role),
      'grant.request': MAY_APPLY.includes(role),
      'grant.decide': HEADS.includes(role) || isOfficer,
      'grant.read': MAY_APPLY.includes(role) || HEADS.includes(role) || isOfficer,
      'grant.revoke': isOfficer,
    };
    for (const [policy, expected] of Object.entries(held)) expect(holdsPolicy(roles(role), policy)).toBe(expected);
  });

  it.each(Object.keys(ROLES))('what platform officers see, for %s (DOMAIN 5.3)', (role) => {
    const [isOfficer, isAuditor] = [role === 'platform.security_officer', role === 'platform.auditor'];
    for (const policy of ['access.explain', 'rights.read']) expect(holdsPolicy(roles(role), policy)).toBe(isOfficer);
    expect(holdsPolicy(roles(role), 'alert.read')).toBe(isOfficer || isAuditor || HEADS.includes(role));
    expect(holdsPolicy(roles(role), 'audit.read')).toBe(isAuditor);
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
    expect(fitting).toEqual([...purposes, ...(MAY_CHECK_RECORDS.includes(role) ? ['RECORD_CHECK'] : [])]);
  });

  it.each(Object.keys(POLICIES).filter((policy) => policy !== 'case.read'))(
    'no record check by way of %s',
    (policy) => {
      for (const role of Object.keys(ROLES)) expect(purposeFits(roles(role), policy, 'RECORD_CHECK')).toBe(false);
    },
  );

  it('no purpose fits nothing', () => expect(purposeFits(roles('court.judge'), 'case.read', null)).toBe(false));

  it('one role cannot lend another its purpose', () => {
    expect(purposeFits(roles('court.judge', 'coordination.coordinator'), 'case.read', 'STATISTICS')).toBe(false);
  });
});

describe('requirePolicies', () => {
  it('lets a schema pass whose policies all exist', () => requirePolicies(Object.keys(POLICIES)));

  it.each(['case.write', 'Case.read', '', '__proto__'])('refuses %j', (name) => {
    expect(() => requirePolicies(['case.read', name])).toThrow('does not have');
  });
});
