import { GraphError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { AppointmentKind, AppointmentOfCase } from '#subgraphs/casework/file-reading/appointment.ts';
import { readingRight } from '#subgraphs/casework/file-reading/reading-right.ts';
import { CLOSED } from '#subgraphs/casework/file-reading/sentences.ts';
import { numbersAt, OWNERS } from '#subgraphs/casework/owners/owner.ts';
import { askFileReading } from '#subgraphs/casework/owners/service-questions.ts';
import { scopedKey } from '#subgraphs/kit/idempotency-key.ts';

interface Asked {
  readonly caseUid: string;
  readonly kind: AppointmentKind;
  readonly slot: string | null;
  readonly idempotencyKey: string;
}

/**
 * Arranges a time for reading the file. @throws GraphError NOT_FOUND for a case that is not the caller's to defend, CONFLICT where file
 * reading is not open, the time is not free or the key stood for something else, BAD_USER_INPUT; DepartmentError
 */
export async function requestAppointment(context: CaseworkContext, asked: Asked): Promise<AppointmentOfCase> {
  const idempotencyKey = scopedKey(context.envelope.principal, asked.idempotencyKey);
  const right = await readingRight(context, asked.caseUid);
  if (right === null) throw new GraphError('NOT_FOUND', { zh: '没有找到该案件。', en: 'There is no such case.' });
  const { found } = right;
  const owner = OWNERS.find(({ lists }) => lists.includes('fileReading'));
  const recordNos = owner ? numbersAt(owner, found.row.numbers) : [];
  if (!right.allowed || owner === undefined || recordNos.length === 0) throw new GraphError('CONFLICT', CLOSED);
  const request = {
    caseUid: found.row.caseUid,
    statement: await context.statement(found),
    recordNos,
    startsAt: asked.slot,
    idempotencyKey,
  };
  context.writeAudit();
  const appointment = await askFileReading(context.asking, owner, request);
  return { found, kind: asked.kind, appointment };
}
