import { portContract } from '#tests/contract/contract.ts';
import { procuratorate12309 } from '#tests/contract/procuratorate-12309.ts';

portContract(procuratorate12309);
