import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { caseUid as caseUidKind } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import { numbersAt, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askNewTicket } from '#subgraphs/casework/owners/service-questions.ts';
import { hotlineOfChannel } from '#subgraphs/casework/tickets/hotline.ts';
import type { ShownTicket } from '#subgraphs/casework/tickets/ticket.ts';
import { requireText } from '#subgraphs/kit/free-text.ts';
import { scopedKey } from '#subgraphs/kit/idempotency-key.ts';

/** Characters of a ticket's text, at most. */
export const MAX_TEXT = 2_000;

interface Asked {
  readonly channel: TicketChannel;
  readonly kind: string;
  readonly caseUid: string | null;
  readonly text: string;
  readonly idempotencyKey: string;
}

/**
 * Submits a ticket; the same key and content again give the same answer. @throws GraphError BAD_USER_INPUT, NOT_FOUND for a case that the
 * caller may not see as for one that there is not, CONFLICT where the key stood for something else, FORBIDDEN
 */
export async function createTicket(context: CaseworkContext, asked: Asked): Promise<ShownTicket> {
  const { owner } = hotlineOfChannel(asked.channel);
  const ticket = {
    kind: asked.kind,
    text: requireText(asked.text, 'text', MAX_TEXT),
    recordNos: await recordNosOf(context, owner, asked.caseUid),
    idempotencyKey: scopedKey(context.envelope.principal, asked.idempotencyKey),
  };
  context.writeAudit();
  return askNewTicket(context.asking, owner, ticket);
}

async function recordNosOf(context: CaseworkContext, owner: Owner, raw: string | null): Promise<string[]> {
  if (raw === null) return [];
  const found = await findCase(context, 'CASE_UID', requireIdentifier(caseUidKind, raw, 'caseUid'));
  if (found === null) throw new GraphError('NOT_FOUND', { zh: '没有找到该案件。', en: 'There is no such case.' });
  return numbersAt(owner, found.row.numbers);
}
