import { caseUid as caseUidKind } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type FoundCase, findCase } from '#subgraphs/casework/find-case.ts';

/** Whether the caller, counsel in the case, may read its file. */
export interface ReadingRight {
  readonly found: FoundCase;
  readonly allowed: boolean;
  /** LegalDate; `null` while it is closed, and where no procuratorate says. */
  readonly since: string | null;
}

/** The right as it stands; `null` for a case that is not the caller's to defend, as for one that there is not. @throws GraphError, DepartmentError */
export async function readingRight(context: CaseworkContext, raw: string): Promise<ReadingRight | null> {
  const found = await findCase(context, 'CASE_UID', requireIdentifier(caseUidKind, raw, 'caseUid'));
  if (found?.view === 'OWN_CLIENT') return { found, allowed: false, since: null };
  if (found?.view !== 'COUNSEL') return null;
  const { rows, failures } = await context.joined(found, 'fileReading');
  const [failure] = failures;
  if (failure) throw failure.error;
  const [since = null] = rows.map(({ row }) => row.since).sort();
  return { found, allowed: true, since };
}

/** The first free time for reading, DateTime; `null` where there is none. @throws DepartmentError */
export async function earliestSlot(context: CaseworkContext, { found, allowed }: ReadingRight): Promise<string | null> {
  if (!allowed) return null;
  const { rows, failures } = await context.joined(found, 'readingSlots');
  const [failure] = failures;
  if (failure) throw failure.error;
  const [earliest = null] = rows.map(({ row }) => row.startsAt).sort();
  return earliest;
}
