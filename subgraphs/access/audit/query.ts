import { GraphError } from '#schema/errors/graph-error.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import { AccessLogEntry } from '#subgraphs/access/audit/access-log-entry.ts';
import { Alert } from '#subgraphs/access/audit/alert.ts';
import { AuditEntry } from '#subgraphs/access/audit/audit-entry.ts';
import { AuditLogState } from '#subgraphs/access/audit/audit-log-state.ts';
import { builder } from '#subgraphs/access/builder.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import { holdsPlatformRole, isHeadOf } from '#subgraphs/access/grants/deciders.ts';
import type { AlertPage } from '#subgraphs/access/store/audit-alerts.ts';
import type { EntryPage, TimeRange } from '#subgraphs/access/store/audit-entries.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';
import { requireOrder } from '#subgraphs/kit/date-order.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Entries or alerts a page, at most. */
export const MAX_ENTRIES = 200;
/** Looks at sealed records of one question, at most: there is no page of them. */
export const MAX_LOOKS = 1000;

builder.queryFields((t) => {
  const from = { description: '自此日 from this day on' };
  const to = { description: '至此日，含当日 to this day, itself included' };
  const first = t.arg.int({
    required: true,
    defaultValue: 20,
    description: `每页条数 page size: 1 to ${MAX_ENTRIES}`,
  });
  const days = { from: t.arg({ type: 'LegalDate', ...from }), to: t.arg({ type: 'LegalDate', ...to }) };
  return {
    auditEntries: t.field({
      type: [AuditEntry],
      policy: [['audit.read']],
      description: `审计日志 the audit log, the newest entries first；查阅本身亦记入日志。每页最多 ${MAX_ENTRIES} 条。`,
      args: {
        ...days,
        actor: t.arg.id({ description: '行为人 a user name, officerUid or subject' }),
        case: t.arg.id({ description: '案件 a caseUid, or the audit id of a sealed case' }),
        first,
        after: t.arg.id({ description: '上一页最后一条的 entryUid of the last entry of the page before' }),
      },
      resolve: (_root, args, context) => {
        const page = pageOf(args);
        const { actor, case: asked, after } = args;
        look(context, 'auditEntries');
        const filter = { actor: actorIn(actor), caseUid: caseIn(asked), after: entryIn(after ?? null) };
        return context.auditor.entries({ ...page, ...filter });
      },
    }),
    auditSealedAccess: t.field({
      type: [AccessLogEntry],
      policy: [['audit.read']],
      description: `查阅封存记录 looks at sealed records, the oldest first；一次最多 ${MAX_LOOKS} 条。`,
      args: {
        from: t.arg({ type: 'LegalDate', required: true, ...from }),
        to: t.arg({ type: 'LegalDate', required: true, ...to }),
      },
      resolve: (_root, args, context) => sealedAccess(context, rangeOf(args)),
    }),
    auditLogs: t.field({
      type: [AuditLogState],
      policy: [['audit.read']],
      description: '各进程日志 the log of each process, as the auditor’s store holds it, by name',
      resolve: (_root, _args, context) => {
        look(context, 'auditLogs');
        return context.auditor.logs();
      },
    }),
    alerts: t.field({
      type: [Alert],
      policy: [['alert.read']],
      description: `安全告警 alerts, the newest first；负责人只见本机关的紧急访问告警。每页最多 ${MAX_ENTRIES} 条。`,
      args: {
        ...days,
        first,
        after: t.arg.id({ description: '上一页最后一条的 alertUid of the last alert of the page before' }),
      },
      resolve: (_root, args, context) => {
        context.requireLook('alert.read', 'alerts');
        return context.auditor.alerts({ ...pageOf(args), ...alertsFor(context), after: alertIn(args.after ?? null) });
      },
    }),
  };
});

/** Whose alerts: the officers of the platform see all, a head is told that glass was broken at the own agency, and nothing else. */
function alertsFor({ caller }: AccessContext): Pick<AlertPage, 'only'> {
  if (holdsPlatformRole(caller)) return {};
  const agency = caller.agency !== null && isHeadOf(caller.agency, caller) ? caller.agency : '';
  return { only: { rule: 'break-glass', agency } };
}

/** Whoever looks into the log is in it. @throws GraphError FORBIDDEN or PURPOSE_REQUIRED */
function look(context: AccessContext, field: string): void {
  context.requirePolicy('audit.read');
  context.recordEvent('audit-read', {
    case: null,
    subject: 'AuditLog',
    decision: 'permit',
    rule: 'permit.auditor',
    fields: [`Query.${field}`],
  });
}

/** One row a field, so that it can be counted what was looked at. */
async function sealedAccess(context: AccessContext, range: TimeRange) {
  look(context, 'auditSealedAccess');
  const looks = await context.auditor.sealedLooks(range, MAX_LOOKS + 1);
  if (looks.length > MAX_LOOKS)
    throw new GraphError('BAD_USER_INPUT', {
      zh: `一次最多列出 ${MAX_LOOKS} 条，请缩短时间段。`,
      en: `At most ${MAX_LOOKS} entries are listed at once: ask for fewer days.`,
    });
  return looks.flatMap((each) => {
    const { fields = [], subject } = each.record;
    return (fields.length > 0 ? fields : [subject]).map((field) => ({ ...each, field }));
  });
}

interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Days of Chinese time as instants. @throws GraphError BAD_USER_INPUT where they are in the wrong order */
function rangeOf({ from, to }: Days): TimeRange {
  requireOrder(from, to);
  return {
    from: from ? `${from}T00:00:00+08:00` : null,
    // The end of the day, as ISO 8601 has it and PostgreSQL reads it: there may be no day after it.
    to: to ? `${to}T24:00:00+08:00` : null,
  };
}

/** @throws GraphError BAD_USER_INPUT for a page size that is not allowed */
function pageOf({ first, ...days }: Days & { readonly first: number }): TimeRange & Pick<EntryPage, 'first'> {
  requirePageSize(first, MAX_ENTRIES);
  return { first, ...rangeOf(days) };
}

/** Issuers name accounts as they please. @throws GraphError BAD_USER_INPUT for what nobody is called */
function actorIn(actor: string | null | undefined): string | null {
  if (actor == null || /^[^\p{C}]{0,255}[^\p{C}\s]$/u.test(actor)) return actor ?? null;
  throw badArgument(
    'actor',
    '应为账户名、officerUid 或令牌的 subject，如 court.lin、COURT-379999/FY0001',
    'is a user name, an officerUid or a token’s subject, such as court.lin or COURT-379999/FY0001',
  );
}

/** @throws GraphError BAD_USER_INPUT for what is neither a caseUid nor the audit id of a case */
function caseIn(asked: string | null | undefined): string | null {
  if (asked == null || /^A-[\w-]{1,64}$/.test(asked)) return asked ?? null;
  return requireIdentifier(caseUid, asked, 'case');
}

/** @throws GraphError BAD_USER_INPUT for what is no entryUid */
function entryIn(after: string | null): EntryPage['after'] {
  if (after === null) return null;
  const [, log, sequence] = /^([a-z][a-z0-9-]{0,63}):(\d{1,15})$/.exec(after) ?? [];
  if (log === undefined) throw noCursor();
  return { log, sequence: Number(sequence) };
}

/** @throws GraphError BAD_USER_INPUT for what is no alertUid */
function alertIn(after: string | null): string | null {
  if (after === null || /^\d{1,18}$/.test(after)) return after;
  throw noCursor();
}

function noCursor(): GraphError {
  return badArgument('after', '应为上一页最后一条的编号', 'is the id of the last row of the page before');
}
