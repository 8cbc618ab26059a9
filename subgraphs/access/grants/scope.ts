import type { GrantKind } from '#auth/grants/live-grant.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { hasHead } from '#subgraphs/access/grants/deciders.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import { BREAK_GLASS_WAIT_MINUTES, DAY_MS, type GrantLimits, MINUTE_MS } from '#subgraphs/access/grants/limits.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** What an application says of how far the grant shall reach. */
export interface AskedScope {
  /** Coordinates; UNMASK only. */
  readonly fields: readonly string[];
  /** The organ that sealed the record; RECORD_CHECK only. */
  readonly sealingAgency: string | null;
  /** The law that allows the check; RECORD_CHECK at least. */
  readonly legalBasis: string | null;
  /** DateTime; not for BREAK_GLASS, whose length is fixed. */
  readonly until: string | null;
}

/** The fields that show a personal number whole, by their coordinates. */
const UNMASKED_FIELDS: readonly string[] = ['Person.idNumber', 'Person.phone'];

type ScopeOf = (
  asked: AskedScope,
  ownAgency: string,
  limits: GrantLimits,
  now: Date,
) => Pick<Grant, 'agency' | 'until'>;

/**
 * Whose matter an application is, and when it lapses, by its kind. @throws GraphError BAD_USER_INPUT where it asks for what its kind does
 * not give, FORBIDDEN where nobody could decide it
 */
export const SCOPES: Readonly<Record<GrantKind, ScopeOf>> = {
  UNMASK({ fields, sealingAgency, until }, ownAgency, { unmaskDays }, now) {
    const isKnown = fields.every((field) => UNMASKED_FIELDS.includes(field)) && new Set(fields).size === fields.length;
    if (fields.length === 0 || !isKnown)
      throw badArgument(
        'fields',
        `应写明 ${UNMASKED_FIELDS.join('、')} 中的一项或两项`,
        `names one or both of ${UNMASKED_FIELDS.join(', ')}`,
      );
    requireNone('sealingAgency', sealingAgency);
    if (!hasHead(ownAgency)) throw nobodyDecides();
    return { agency: ownAgency, until: requireEnd(until, unmaskDays, now) };
  },
  RECORD_CHECK({ fields, sealingAgency, legalBasis, until }, _ownAgency, { recordCheckDays }, now) {
    requireNone('fields', fields[0] ?? null);
    if (sealingAgency === null || !hasHead(sealingAgency))
      throw badArgument(
        'sealingAgency',
        '应为封存机关的机关代码，如 COURT-379999',
        'is the code of the organ that sealed the record, such as COURT-379999',
      );
    if (legalBasis === null)
      throw badArgument('legalBasis', '应写明查询所依据的法律', 'names the law that allows the check');
    return { agency: sealingAgency, until: requireEnd(until, recordCheckDays, now) };
  },
  BREAK_GLASS({ fields, sealingAgency, until }, ownAgency, _limits, now) {
    requireNone('fields', fields[0] ?? null);
    requireNone('sealingAgency', sealingAgency);
    requireNone('until', until);
    if (departmentOfAgency(ownAgency) === null) throw nobodyDecides();
    return { agency: ownAgency, until: new Date(now.getTime() + BREAK_GLASS_WAIT_MINUTES * MINUTE_MS) };
  },
};

function requireEnd(until: string | null, mostDays: number, now: Date): Date {
  const end = until === null ? Number.NaN : Date.parse(until);
  if (end > now.getTime() && end <= now.getTime() + mostDays * DAY_MS) return new Date(end);
  throw badArgument('until', `应晚于现在，且不超过 ${mostDays} 天`, `is later than now and within ${mostDays} days`);
}

function requireNone(argument: string, value: string | null): void {
  if (value !== null)
    throw badArgument(argument, '不适用于这种授权，请不填', 'does not go with this kind of grant: leave it out');
}

function nobodyDecides(): GraphError {
  return new GraphError('FORBIDDEN', {
    zh: '您的账户不属于有人可以批准此项授权的机关。',
    en: 'Your account is of no agency whose head could decide this.',
  });
}
