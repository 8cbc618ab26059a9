import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import type { LegalAidStatus } from '#schema/enums/legal-aid-status.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';
import { type LegalAidContext, legalAidFactsOf } from '#subgraphs/legal-aid/context.ts';
import { requireOfficer } from '#subgraphs/legal-aid/officer.ts';

/** Two full lists of a legacy operation (WORLD 6). */
export const MAX_INBOX = 100;

interface Page {
  readonly status: LegalAidStatus | null;
  readonly first: number;
  readonly after: string | null;
}

/**
 * A page of the caller's own institution's cases, by key; each is decided by the facts in its row. The request knows them from then on: what
 * refers to them is not asked for again. A case that cannot be read is an error at the list, whose other rows stay; where none can be, the
 * error stands in their place. @throws GraphError FORBIDDEN, PURPOSE_REQUIRED, or BAD_USER_INPUT for a page that is not allowed
 */
export async function legalAidInbox(
  context: LegalAidContext,
  { status, first, after }: Page,
  path: readonly (string | number)[],
): Promise<LegalAidRecord[]> {
  const { agencyCode } = requireOfficer(context, 'legal-aid.inbox');
  requirePageSize(first, MAX_INBOX);
  const page = {
    agencyCode,
    status,
    first,
    after: after === null ? null : requireIdentifier(legalAidId, after, 'after'),
  };
  const rows = await context.scope.once(`inbox ${JSON.stringify(page)}`, () =>
    context.scope.guard(() => context.system.inbox(page, context.legacyCall)),
  );
  const records = rows.flatMap((row) => (row instanceof UnreadableRecord ? [] : row));
  const unreadable = rows.flatMap((row) => (row instanceof UnreadableRecord ? row : []));
  for (const { error } of unreadable) {
    if (records.length === 0) throw error;
    context.partialError(path, error);
  }
  return records.filter((record) => {
    context.keep(record);
    return context.decide('LegalAidCase', 'RECORDS', legalAidFactsOf(record), NO_CASE_KNOWN) !== null;
  });
}
