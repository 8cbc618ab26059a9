import { court12368 } from '#tests/contract/court-12368.ts';
import { legalAid } from '#tests/contract/legal-aid.ts';
import type { ContractSystem } from '#tests/contract/system.ts';

/** Every system that has a port. */
export const SYSTEMS: readonly ContractSystem[] = [court12368, legalAid];
