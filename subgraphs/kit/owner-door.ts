import type { RecordFacts } from '#auth/decisions/facts.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { type PagedRecord, wasRead } from '#subgraphs/kit/ingested-record.ts';
import { UnreadableRecord } from '#subgraphs/kit/loader.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import type { OwnerAnswer, UnstatedFacts } from '#subgraphs/kit/owner-rows.ts';
import { INGEST_ROLE, type OwnerQuestion, type OwnerSource } from '#subgraphs/kit/owner-source.ts';
import { redactedAnswer } from '#subgraphs/kit/redacted-rows.ts';

/**
 * Answers casework's question to a department. Facts come record by record and rows case by case, each with the department's own failure
 * where it failed. @throws DepartmentError for the other questions, GraphError FORBIDDEN unless casework itself asks.
 */
export async function answerOwner<Context extends OwnerContext>(
  source: OwnerSource<Context>,
  question: OwnerQuestion,
  context: Context,
): Promise<readonly unknown[]> {
  context.requireCasework();
  return redactedAnswer(question.ask, await answerOf(source, question, context));
}

async function answerOf<Context extends OwnerContext>(
  source: OwnerSource<Context>,
  question: OwnerQuestion,
  context: Context,
): Promise<readonly unknown[]> {
  switch (question.ask) {
    case 'facts':
      return (await Promise.all(question.recordNos.map((recordNo) => factsOf(source, recordNo, context)))).flat();
    case 'page':
      requireIngest(context);
      return refused(await source.page(question.after, question.limit, context), context);
    case 'links':
      return source.links?.(question.kind, question.numbers, context) ?? [];
    case 'rows': {
      const list = source.lists[question.list];
      return Promise.all(
        question.cases.map(({ recordNos, ...reference }) =>
          inline<unknown>(context, async () => list?.(recordNos, await context.found(reference), context) ?? []),
        ),
      );
    }
    case 'identities':
      return Promise.all(
        question.cases.map(({ recordNos, persons, ...reference }) =>
          inline(
            context,
            async () => source.identities?.({ recordNos, persons }, await context.found(reference), context) ?? [],
          ),
        ),
      );
    case 'handovers':
      return source.handovers?.(question, context) ?? [];
    case 'inbox':
      return source.inbox?.(question, context) ?? [];
    case 'ticket':
      return source.tickets?.byNumber(question, context) ?? [];
    case 'officeTickets':
      return source.tickets?.byOffice(question, context) ?? [];
    case 'createTicket':
      return source.tickets?.create(question.ticket, context) ?? [];
    case 'requestFileReading':
      return source.requestFileReading?.(question.request, context) ?? [];
    default:
      throw new GraphError('BAD_USER_INPUT', { zh: '没有这个问题。', en: 'There is no such question.' });
  }
}

/** The registry refuses a labelled record (Secrets 31); that one came near is on record, and which one it was is not. */
function refused<Row extends PagedRecord>(page: readonly Row[], context: OwnerContext): readonly Row[] {
  for (const each of page)
    if (wasRead(each) && each.facts.labelled)
      context.record('page', null, { allowed: false, rule: 'deny.secrecy-label' });
  return page;
}

/** Records that are asked for at the same time are one question to the system. */
async function factsOf<Context extends OwnerContext>(
  source: OwnerSource<Context>,
  recordNo: string,
  context: Context,
): Promise<readonly (RecordFacts | UnstatedFacts)[]> {
  const answer = await inline(context, () => source.facts([recordNo], context));
  return 'rows' in answer ? answer.rows : [{ recordNo, ...answer }];
}

/** The failure of one case or record leaves the others their rows. */
async function inline<Row>(context: OwnerContext, rows: () => Promise<readonly Row[]>): Promise<OwnerAnswer<Row>> {
  try {
    return { rows: await rows() };
  } catch (error) {
    if (!(error instanceof DepartmentError)) throw error;
    context.failed(error);
    const ofRecord = error instanceof UnreadableRecord && ({ ofRecord: true } as const);
    return { failure: { ...error.toFailure(), ...ofRecord } };
  }
}

function requireIngest(context: OwnerContext): void {
  if (context.envelope.principal.roles.has(INGEST_ROLE)) return;
  context.record('page', null, { allowed: false, rule: 'deny.not-ingest' });
  throw new GraphError('FORBIDDEN');
}
