import { ROLES, type Role } from '#auth/policies/roles.ts';
import type { Purpose } from '#schema/purposes.ts';

/** Everyone who may ever see a case, if its rows allow it. Coordinators, platform officers, notaries and hotlines are not among them. */
const CASE_ROLES = [
  'police.investigator',
  'police.legal_reviewer',
  'police.detention_officer',
  'procuratorate.prosecutor',
  'procuratorate.juvenile_prosecutor',
  'procuratorate.case_manager',
  'court.judge',
  'court.clerk',
  'justice.legal_aid_officer',
  'justice.mediator',
  'justice.correction_officer',
  'lawyer.defence',
  'party',
] as const satisfies readonly Role[];

/** Everyone who may be shown a notarial certificate and has to know whether it is genuine: a public document, and no case (DOMAIN Q13). */
const CERTIFICATE_VERIFIERS = [
  'procuratorate.prosecutor',
  'court.judge',
  'court.clerk',
  'justice.mediator',
  'notary.notary',
  'lawyer.defence',
  'party',
] as const satisfies readonly Role[];

/** Those who run the legal aid institution's own work. */
const LEGAL_AID_OFFICERS = ['justice.legal_aid_officer'] as const satisfies readonly Role[];

/** The staff of the departments' public hotlines (检察服务、诉讼服务). */
const HOTLINES = ['procuratorate.hotline_12309', 'court.hotline_12368'] as const satisfies readonly Role[];

/** Those whom the hotlines serve, and the hotlines themselves. */
const TICKET_HOLDERS = ['party', 'lawyer.defence', ...HOTLINES] as const satisfies readonly Role[];

/** Counsel, whose is the right to read the file (CPL 40). */
const COUNSEL = ['lawyer.defence'] as const satisfies readonly Role[];

/** Those at a court who have a calendar of hearings of their own. */
const COURT_STAFF = ['court.judge', 'court.clerk'] as const satisfies readonly Role[];

/** 看守所, which keeps the ledger of 换押 of those it holds. */
const DETENTION_OFFICERS = ['police.detention_officer'] as const satisfies readonly Role[];

/** 案管, who receive what is delivered to a procuratorate (SPP-Rules 156–159). */
const CASE_MANAGERS = ['procuratorate.case_manager'] as const satisfies readonly Role[];

/**
 * The names that stand in `@policy` in our subgraphs, and the roles that hold each. A policy opens a field to a role;
 * which rows it shows is decided by the owner afterwards (`auth/decisions`).
 */
export const POLICIES = {
  'case.read': CASE_ROLES,
  'certificate.verify': CERTIFICATE_VERIFIERS,
  'calendar.read': COURT_STAFF,
  'legal-aid.inbox': LEGAL_AID_OFFICERS,
  'legal-aid.assign': LEGAL_AID_OFFICERS,
  'ticket.read': TICKET_HOLDERS,
  'ticket.create': TICKET_HOLDERS,
  'ticket.list': HOTLINES,
  'file.read': COUNSEL,
  'appointment.request': COUNSEL,
  'custody.ledger': DETENTION_OFFICERS,
  'transfer.inbox': CASE_MANAGERS,
} as const satisfies Record<string, readonly Role[]>;

export type Policy = keyof typeof POLICIES;

const HOLDERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(POLICIES).map(([policy, roles]) => [policy, new Set<string>(roles)]),
);
const PURPOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ROLES).map(([role, { purposes }]) => [role, new Set<string>(purposes)]),
);

/** Whether one of these roles holds the policy. A policy or role that nobody defined is not held. */
export function holdsPolicy(roles: ReadonlySet<string>, policy: string): boolean {
  const holders = HOLDERS.get(policy);
  return holders !== undefined && [...roles].some((role) => holders.has(role));
}

/** Whether a purpose lets one of these roles use the policy: the role must hold the policy and have the purpose. */
export function purposeFits(roles: ReadonlySet<string>, policy: string, purpose: Purpose | null): boolean {
  if (purpose === null) return false;
  const holders = HOLDERS.get(policy);
  return (
    holders !== undefined && [...roles].some((role) => holders.has(role) && PURPOSES.get(role)?.has(purpose) === true)
  );
}
