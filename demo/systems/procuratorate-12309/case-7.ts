import { fromPolice, packed } from '#demo/systems/procuratorate-12309/papers.ts';
import { CHEN, INTAKE, suspect } from '#demo/systems/procuratorate-12309/people.ts';
import { ARREST, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';

const POLICE_CASE = 'A3799990000002025050007';

/** An arrest review whose record lacks the police number: the package that came with it has it. */
export const CASE_7: readonly ReviewFile[] = [
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受〔2025〕379999000007号',
      TYSAH: '37999920250000700',
      AJZT: '21',
      SLRQ: '20250610',
      SCJMRQ: '20250625',
      GAAJBH: [],
      CBR: [CHEN, INTAKE],
    },
    people: [{ ...suspect('jiang'), ZXZT: '0' }],
    transfers: [
      {
        ...fromPolice('0101', '20250610100000', '20250610110000', [
          packed(POLICE_CASE, 1, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00020号', '20250610'),
        ]),
        policeCase: POLICE_CASE,
      },
    ],
  },
];
