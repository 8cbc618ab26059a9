import { fromPolice, own, packed, servedOnPolice, toPolice } from '#demo/systems/procuratorate-12309/papers.ts';
import {
  CHEN,
  counsel,
  decided,
  executed,
  INTAKE,
  released,
  suspect,
} from '#demo/systems/procuratorate-12309/people.ts';
import { ARREST, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';
import { LAWYERS } from '#demo/world/staff.ts';

const POLICE_CASE = 'A3799990000002025060002';

/** An arrest review with three outcomes. */
export const CASE_2: readonly ReviewFile[] = [
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受〔2025〕379999000002号',
      TYSAH: '37999920250000200',
      AJZT: '40',
      SLRQ: '20250609',
      SCJMRQ: '20250616',
      GAAJBH: [POLICE_CASE],
      CBR: [CHEN, INTAKE],
      LS: [counsel(LAWYERS.he, 1, '20250610')],
    },
    people: [
      { ...suspect('zhou'), ...decided('11', '20250615', 1), ...executed('20250615160000', '20250618') },
      { ...suspect('wu'), ...decided('13', '20250615', 2), outline: 3, ...released('20250618') },
      { ...suspect('sun'), ...decided('12', '20250615', 4), ...released('20250618') },
    ],
    documents: [
      servedOnPolice(own('0101', '批准逮捕决定书', '虚检批捕〔2025〕12号', '20250615'), '20250615150000'),
      servedOnPolice(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕4号', '20250615'), '20250615150000'),
      servedOnPolice(own('0201', '补充侦查提纲', '', '20250615'), '20250615150000'),
      servedOnPolice(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕5号', '20250615'), '20250615150000'),
    ],
    transfers: [
      fromPolice('0101', '20250609085000', '20250609092000', [
        packed(POLICE_CASE, 2, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00019号', '20250608'),
      ]),
      toPolice('0102', '20250615143000', '20250615150000', [1, 2, 3, 4]),
    ],
  },
];
