import { builder } from '#subgraphs/casework/builder.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';

/** Case, for the types that lead back to it; its fields stand in case.ts. */
export const CaseRef = builder.objectRef<FoundCase>('Case');
