import {
  type Audience,
  operationId,
  type TrustedOperation,
  type TrustedOperations,
} from '#gateway/trusted/trusted-operations.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Which documents run: registered ones only, or any. */
export interface OperationRules {
  readonly mode: 'trusted' | 'any';
  readonly operations: TrustedOperations;
}

/** What a client sends of a document: its text, its id, or both. */
export interface AskedDocument {
  /** Empty where only an id was sent. */
  readonly query: string;
  /** As the client wrote it; null where there is none. */
  readonly documentId: string | null;
}

/**
 * The text that runs. With `trusted` that is a registered document of the caller's list, by its id; the text may come along if it is that very
 * text. With `any` it is the text, or a registered document by its id. What is unknown and what is another list's is refused in the same words.
 * @throws GraphError OPERATION_NOT_TRUSTED
 */
export function documentOf({ mode, operations }: OperationRules, asked: AskedDocument, audience: Audience): string {
  const { query, documentId } = asked;
  if (mode === 'any' && (query !== '' || documentId === null)) return query;
  const registered = documentId === null ? undefined : operations.get(documentId);
  if (registered === undefined || !mayRun(registered, asked, audience)) throw new GraphError('OPERATION_NOT_TRUSTED');
  return registered.document;
}

/** What stands for the document in envelopes and in the log: the SHA-256 of its text. An id that is none is not repeated. */
export function idOf({ query, documentId }: AskedDocument): string {
  const isId = query === '' && documentId !== null && /^[0-9a-f]{64}$/.test(documentId);
  return isId ? documentId : operationId(query);
}

function mayRun(registered: TrustedOperation, { query }: AskedDocument, audience: Audience): boolean {
  return registered.for.includes(audience) && (query === '' || query === registered.document);
}
