import type { CaseView } from '#auth/decisions/views.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import type { Role } from '#auth/policies/roles.ts';
import type { Department } from '#schema/departments.ts';
import type { Purpose } from '#schema/purposes.ts';

/** How a role comes to a case (WORLD 3, 7; DOMAIN 5.2): which record must tie which part of the caller, and what that opens. */
export interface Rule {
  /** Stands in the audit log. */
  readonly id: string;
  readonly roles: readonly Role[];
  readonly purpose: Purpose;
  /** Whose records tie the caller to a case, and so whose facts are asked. */
  readonly departments: readonly Department[];
  /** What of the caller the record names; `agency` alone means that the record is the agency's own. */
  readonly holder: 'staffNo' | 'licenceNo' | 'agency' | 'subject';
  /** The functions in the record that count; `null` where the record's agency is enough. */
  readonly functions: readonly string[] | null;
  /** Whether the record must be one of the caller's own agency. */
  readonly ownAgency: boolean;
  readonly view: CaseView;
}

const HANDLER = { holder: 'staffNo', ownAgency: true } as const;

export const RULES: readonly Rule[] = [
  {
    ...HANDLER,
    id: 'permit.court-handler',
    roles: ['court.judge'],
    purpose: 'HANDLE_CASE',
    departments: ['COURT'],
    functions: ['PRESIDING_JUDGE', 'JUDGE'],
    view: 'WHOLE',
  },
  {
    ...HANDLER,
    id: 'permit.court-handler',
    roles: ['court.clerk'],
    purpose: 'HANDLE_CASE',
    departments: ['COURT'],
    functions: ['CLERK'],
    view: 'WHOLE',
  },
  {
    ...HANDLER,
    id: 'permit.prosecutor',
    roles: ['procuratorate.prosecutor', 'procuratorate.juvenile_prosecutor'],
    purpose: 'HANDLE_CASE',
    departments: ['PROCURATORATE'],
    functions: ['PROSECUTOR'],
    view: 'WHOLE',
  },
  {
    ...HANDLER,
    id: 'permit.case-manager',
    roles: ['procuratorate.case_manager'],
    purpose: 'HANDLE_CASE',
    departments: ['PROCURATORATE'],
    functions: ['CASE_MANAGER'],
    view: 'INTAKE',
  },
  {
    ...HANDLER,
    id: 'permit.investigator',
    roles: ['police.investigator'],
    purpose: 'HANDLE_CASE',
    departments: ['POLICE'],
    functions: ['INVESTIGATOR'],
    view: 'POLICE',
  },
  {
    ...HANDLER,
    id: 'permit.legal-reviewer',
    roles: ['police.legal_reviewer'],
    purpose: 'SUPERVISE_CASE',
    departments: ['POLICE'],
    functions: ['LEGAL_REVIEWER'],
    view: 'POLICE',
  },
  {
    id: 'permit.detention-centre',
    roles: ['police.detention_officer'],
    purpose: 'HANDLE_CASE',
    departments: ['POLICE'],
    holder: 'agency',
    functions: ['DETENTION_CENTRE'],
    ownAgency: false,
    view: 'CUSTODY_ONLY',
  },
  {
    id: 'permit.legal-aid-officer',
    roles: ['justice.legal_aid_officer'],
    purpose: 'LEGAL_AID',
    departments: ['JUSTICE'],
    holder: 'agency',
    functions: null,
    ownAgency: true,
    view: 'LEGAL_AID_ONLY',
  },
  {
    // The court keeps the record of what it delegated (诉前委派), and names the mediator in it.
    id: 'permit.mediator',
    roles: ['justice.mediator'],
    purpose: 'SERVE_PARTY',
    departments: ['COURT'],
    holder: 'staffNo',
    functions: ['MEDIATOR'],
    ownAgency: false,
    view: 'MEDIATION_ONLY',
  },
  {
    // A power of attorney is filed with whoever has the case; how much it opens depends on the stage (CPL 38, 40).
    id: 'permit.counsel',
    roles: ['lawyer.defence'],
    purpose: 'DEFEND',
    departments: ['POLICE', 'PROCURATORATE', 'COURT'],
    holder: 'licenceNo',
    functions: ['COUNSEL'],
    ownAgency: false,
    view: 'OWN_CLIENT',
  },
  {
    id: 'permit.party',
    roles: ['party'],
    purpose: 'SERVE_PARTY',
    departments: ['PLATFORM'],
    holder: 'subject',
    functions: ['PARTY'],
    ownAgency: false,
    view: 'PARTY',
  },
];

/** What a rule looks for in a record's assignments; `null` where the caller has no such thing. */
export function holderOf({ holder }: Pick<Rule, 'holder'>, principal: Principal): string | null {
  return principal[holder];
}

/** Everything by which a record may name this caller. */
export function holdersOf({ staffNo, licenceNo, agency, subject }: Principal): ReadonlySet<string> {
  return new Set([staffNo, licenceNo, agency, subject].filter((holder) => holder !== null));
}

/** The rules that this caller could come in by. */
export function rulesFor({ roles }: Pick<Principal, 'roles'>, purpose: Purpose | null): readonly Rule[] {
  return RULES.filter((rule) => rule.purpose === purpose && rule.roles.some((role) => roles.has(role)));
}

/** Departments whose facts decide for this caller, whatever case is asked for; a party's court is asked for the seal. */
export function departmentsThatDecide(principal: Principal, purpose: Purpose | null): ReadonlySet<Department> {
  const departments = rulesFor(principal, purpose).flatMap((rule) => rule.departments);
  return new Set(departments.map((department) => (department === 'PLATFORM' ? 'COURT' : department)));
}
