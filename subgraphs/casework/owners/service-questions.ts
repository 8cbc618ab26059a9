import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import { ownerFailure } from '#subgraphs/casework/owners/owner-client.ts';
import type { Asking } from '#subgraphs/casework/owners/questions.ts';
import type {
  FileReadingRequest,
  IssuedOwnerTicket,
  NewOwnerTicket,
  OfficeTicketPage,
  OwnerAppointment,
  OwnerTicket,
  TicketAsked,
} from '#subgraphs/kit/owner-services.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';

/** What casework asks of a department's public services: tickets and appointments. */

/** The ticket, where the caller may see it. */
export async function askTicket(asking: Asking, owner: Owner, asked: TicketAsked): Promise<OwnerTicket | null> {
  const [ticket] = await ask<OwnerTicket>(asking, owner, { ask: 'ticket', ...asked });
  return ticket ?? null;
}

export function askOfficeTickets(
  asking: Asking,
  owner: Owner,
  page: OfficeTicketPage,
): Promise<readonly OwnerTicket[]> {
  return ask<OwnerTicket>(asking, owner, { ask: 'officeTickets', ...page });
}

/** @throws GraphError in the owner's words where it refuses */
export function askNewTicket(asking: Asking, owner: Owner, ticket: NewOwnerTicket): Promise<IssuedOwnerTicket> {
  return askOne<IssuedOwnerTicket>(asking, owner, { ask: 'createTicket', ticket });
}

/** @throws GraphError in the owner's words where it refuses */
export function askFileReading(asking: Asking, owner: Owner, request: FileReadingRequest): Promise<OwnerAppointment> {
  return askOne<OwnerAppointment>(asking, owner, { ask: 'requestFileReading', request });
}

async function askOne<Row>(asking: Asking, owner: Owner, question: OwnerQuestion): Promise<Row> {
  const [row] = await ask<Row>(asking, owner, question);
  if (row === undefined)
    throw ownerFailure(owner, 'DEPARTMENT_DATA_INVALID', new Error('it did not say what it had done'));
  return row;
}

async function ask<Row>({ client, caller, signal }: Asking, owner: Owner, question: OwnerQuestion) {
  return (await client.ask(owner, question, caller, signal)) as readonly unknown[] as readonly Row[];
}
