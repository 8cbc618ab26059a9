import { filedCounsel } from '#subgraphs/kit/filed-counsel.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

/** Powers of attorney that are filed with the procuratorate. */
export const representations = filedCounsel(
  { department: 'PROCURATORATE', system: '12309' },
  (recordNo, context: ProcuratorateContext) => context.counsel(recordNo),
);
