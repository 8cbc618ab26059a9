import { portContract } from '#tests/contract/contract.ts';
import { legalAid } from '#tests/contract/legal-aid.ts';

portContract(legalAid);
