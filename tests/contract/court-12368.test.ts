import { portContract } from '#tests/contract/contract.ts';
import { court12368 } from '#tests/contract/court-12368.ts';

portContract(court12368);
