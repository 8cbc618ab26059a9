import { portContract } from '#tests/contract/contract.ts';
import { notary } from '#tests/contract/notary.ts';

portContract(notary);
