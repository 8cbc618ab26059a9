import { MOST_HEARINGS } from '#adapters/systems/court-12368/port.ts';
import { daysBetween } from '#schema/calendar/dates.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { type CourtContext, NO_MATTER } from '#subgraphs/court/context.ts';
import { Hearing, type HearingShown } from '#subgraphs/court/hearing.ts';
import { builder } from '#subgraphs/court/types.ts';
import { requireOrder } from '#subgraphs/kit/date-order.ts';
import { NO_CASE_KNOWN } from '#subgraphs/kit/owner-context.ts';

/** A quarter, both ends included. */
const MOST_DAYS = 92;

builder.queryField('hearingCalendar', (t) =>
  t.field({
    type: [Hearing],
    policy: [['calendar.read']],
    description: `开庭日历 hearings of the caller’s own cases at the caller’s own court, by time；最长 ${MOST_DAYS} 天，最多 ${MOST_HEARINGS} 场，超过即报错，不作截断；以 x-case 限于一案时为空，本案的开庭见 Case.courtCases within x-case there are none, a case’s own stand in its courtCases。法院系统不可用时为 null。`,
    args: {
      from: t.arg({ type: 'LegalDate', required: true, description: '起始日 first day' }),
      to: t.arg({ type: 'LegalDate', required: true, description: '截止日 last day, included' }),
    },
    resolve: (_root, { from, to }, context) => hearingCalendar(context, from, to),
  }),
);

/** What the court lists for this member of its staff, each decided by the facts of its record: a recused judge may still be listed. */
async function hearingCalendar(context: CourtContext, from: string, to: string): Promise<HearingShown[]> {
  requireSpan(from, to);
  const { agency, staffNo } = context.envelope.principal;
  if (agency === null || staffNo === null) return [];
  const question = { agencyCode: agency, staffNo, from, to };
  const entries = await context.scope.guard(() => context.system.calendar(question, context.legacyCall));
  const numbers = [...new Set(entries.map(({ courtCaseNo }) => courtCaseNo))];
  const [visible] = await Promise.all([
    context.visible('Hearing', 'RECORDS', numbers, NO_CASE_KNOWN),
    ...entries.flatMap(({ relatedNos }) => relatedNos.map((number) => knownToCasework(context, number))),
  ]);
  const seen = new Map(visible.map((each) => [each.recordNo, each]));
  // Not taken apart: a field that cannot be read is an error where it is asked for.
  return entries.flatMap((hearing) => {
    const { courtCaseNo } = hearing;
    const record = seen.get(courtCaseNo);
    return record ? { hearing, shown: { courtCaseNo, visible: record, through: NO_MATTER } } : [];
  });
}

/**
 * Facts of a related case, in the same list as those of the cases themselves: casework decides the parties of a notice by all records of
 * their case. What cannot be read of it is casework's to say.
 */
function knownToCasework(context: CourtContext, related: string): Promise<unknown> {
  return context.facts(related).catch(() => null);
}

function requireSpan(from: string, to: string): void {
  requireOrder(from, to);
  if (daysBetween(from, to) >= MOST_DAYS)
    throw new GraphError('BAD_USER_INPUT', {
      zh: `from 至 to 最长 ${MOST_DAYS} 天，给出的是 ${daysBetween(from, to) + 1} 天。`,
      en: `from and to span at most ${MOST_DAYS} days; ${daysBetween(from, to) + 1} were given.`,
    });
}
