import { createDecider } from '#auth/decisions/decider.ts';
import { POLICY } from '#auth/policies/current.ts';

export type { Asker } from '#auth/decisions/asker.ts';
export type { CaseFacts, Decision } from '#auth/decisions/decider.ts';

/** The decisions by the policy that this process started with. */
export const { decideRecord, decideCase, decideForeignRecord, decideUnmask } = createDecider(POLICY);
