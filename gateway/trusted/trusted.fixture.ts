import { type Audience, operationId, type TrustedOperation } from '#gateway/trusted/trusted-operations.ts';

export function registered(document: string, ...audiences: Audience[]): TrustedOperation {
  return { id: operationId(document), name: 'Q', for: audiences, document };
}

export const listOf = (...operations: TrustedOperation[]) => new Map(operations.map((each) => [each.id, each]));
