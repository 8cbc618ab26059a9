import { court12368 } from '#tests/contract/court-12368.ts';
import { legalAid } from '#tests/contract/legal-aid.ts';
import { notary } from '#tests/contract/notary.ts';
import { police } from '#tests/contract/police.ts';
import { procuratorate12309 } from '#tests/contract/procuratorate-12309.ts';
import type { ContractSystem } from '#tests/contract/system.ts';

/** Every system that has a port. */
export const SYSTEMS: readonly ContractSystem[] = [court12368, legalAid, police, procuratorate12309, notary];
