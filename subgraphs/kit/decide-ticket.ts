import { randomUUID } from 'node:crypto';
import { QueryCode } from '#adapters/systems/records/query-code.ts';
import type { TicketFacts } from '#adapters/systems/records/tickets.ts';
import type { Decision } from '#auth/decisions/decide.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import { purposeFits } from '#auth/policies/policies.ts';
import type { Role } from '#auth/policies/roles.ts';

/** The role of those who answer a hotline. */
export type HotlineRole = Role & `${string}.hotline_${string}`;

type Asker = Pick<EnvelopeContent, 'principal' | 'purpose'>;

const deny = (rule: string): Decision => ({ allowed: false, rule });
const permit = (rule: string): Decision => ({ allowed: true, rule, view: 'WHOLE' });

/** Compared with where there is no ticket: that takes as long. */
const NOBODYS_CODE = new QueryCode(randomUUID());

/** May this caller see this ticket (WORLD 7)? Its submitter by the query code, the staff of its own hotline without one. */
export function decideTicket(
  asker: Asker,
  staff: HotlineRole,
  facts: TicketFacts | null,
  queryCode: string | null,
): Decision {
  const matches = (facts?.queryCode ?? NOBODYS_CODE).matches((queryCode ?? '').normalize('NFKC').trim());
  const ofStaff = decideHotline(asker, staff, facts?.agencyCode ?? null);
  if (facts !== null && ofStaff.allowed) return ofStaff;
  if (!isSubmitter(asker, 'ticket.read')) return ofStaff;
  if (facts === null) return deny('deny.absent');
  return matches ? permit('permit.query-code') : deny('deny.query-code');
}

/** Is this caller on the staff of the hotline of this agency? */
export function decideHotline({ principal, purpose }: Asker, staff: HotlineRole, agencyCode: string | null): Decision {
  const { roles, agency } = principal;
  if (!roles.has(staff) || !purposeFits(new Set([staff]), 'ticket.read', purpose)) return deny('deny.default');
  return agency !== null && agency === agencyCode ? permit('permit.hotline') : deny('deny.other-agency');
}

/** May this caller submit a ticket to this hotline, or take one down? */
export function decideSubmission(asker: Asker, staff: HotlineRole): Decision {
  const ofStaff = decideHotline(asker, staff, asker.principal.agency);
  return ofStaff.allowed || !isSubmitter(asker, 'ticket.create') ? ofStaff : permit('permit.submitter');
}

/** Staff of a hotline are never submitters: another hotline's tickets are closed to them. */
function isSubmitter({ principal, purpose }: Asker, policy: 'ticket.read' | 'ticket.create'): boolean {
  const own = [...principal.roles].filter((role) => !role.includes('.hotline_'));
  return purposeFits(new Set(own), policy, purpose);
}
