import { indictment, prosecution } from '#demo/systems/procuratorate-12309/papers.ts';
import { ASSISTANT, decided, INTAKE, suspect, ZOU } from '#demo/systems/procuratorate-12309/people.ts';
import { PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002025020009';

/** Recusal. */
export const CASE_9: readonly ReviewFile[] = [
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000009号',
      TYSAH: '37999920250000900',
      AJZT: '40',
      SLRQ: '20250418',
      SCJMRQ: '20250519',
      GAAJBH: [POLICE_CASE],
      FYAH: '(2025)鲁9999刑初999909号',
      HB: [{ RYGH: ASSISTANT.RYGH, JDRQ: '20250422' }],
      CBR: [ZOU, { ...ASSISTANT, YJRQ: '20250422' }, INTAKE],
    },
    people: [{ ...suspect('chu'), ...decided('21', '20250516', 1) }],
    documents: [indictment('虚检刑诉〔2025〕9号', '20250516')],
    transfers: [prosecution('20250516150000', '20250516162000', 1)],
  },
];
