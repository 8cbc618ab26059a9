import { portContract } from '#tests/contract/contract.ts';
import { police } from '#tests/contract/police.ts';

portContract(police);
