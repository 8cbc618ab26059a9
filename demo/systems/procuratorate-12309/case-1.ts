import {
  fromPolice,
  indictment,
  own,
  packed,
  prosecution,
  referral,
  servedOnPolice,
  toPolice,
} from '#demo/systems/procuratorate-12309/papers.ts';
import {
  ASSISTANT,
  CHEN,
  counsel,
  decided,
  executed,
  INTAKE,
  LI,
  person,
  released,
  suspect,
} from '#demo/systems/procuratorate-12309/people.ts';
import { ARREST, PROSECUTION, type ReviewFile } from '#demo/systems/procuratorate-12309/review-file.ts';
import { LAWYERS } from '#demo/world/staff.ts';

const POLICE_CASE = 'A3799990000002025030001';

/** The reference case: arrest review and prosecution review. */
export const CASE_1: readonly ReviewFile[] = [
  {
    record: {
      ...ARREST,
      BMSAH: '虚检刑捕受[2025]379999000001号',
      TYSAH: '37999920250000100',
      AJZT: '40',
      SLRQ: '20250307',
      SCJMRQ: '20250314',
      GAAJBH: [POLICE_CASE],
      GLSAH: ['虚检刑诉受[2025]379999000011号'],
      CBR: [LI, ASSISTANT, INTAKE],
    },
    people: [
      { ...suspect('zhang'), ...decided('11', '20250314', 1), ...executed('20250314152000', '20250317') },
      { ...suspect('li'), ...decided('14', '20250314', 2), ...released('20250317') },
      { ...suspect('wang'), SFWCN: '1', ...decided('14', '20250314', 3), ...released('20250317') },
      person('02', 'zhao'),
    ],
    documents: [
      servedOnPolice(own('0101', '批准逮捕决定书', '虚检批捕〔2025〕1号', '20250314'), '20250314143000'),
      servedOnPolice(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕1号', '20250314'), '20250314143000'),
      servedOnPolice(own('0102', '不批准逮捕决定书', '虚检不捕〔2025〕2号', '20250314'), '20250314143000'),
    ],
    transfers: [
      fromPolice('0101', '20250307172000', '20250307174000', [
        packed(POLICE_CASE, 4, 'GA05', '提请批准逮捕书', '虚公（刑）提捕字〔2025〕00007号', '20250307'),
      ]),
      toPolice('0102', '20250314141000', '20250314143000', [1, 2, 3]),
    ],
  },
  {
    record: {
      ...PROSECUTION,
      BMSAH: '虚检刑诉受〔2025〕379999000011号',
      TYSAH: '37999920250000100',
      AJZT: '40',
      SLRQ: '20250407',
      SCJMRQ: '20250606',
      TBCS: '1',
      GAAJBH: [POLICE_CASE],
      FYAH: '（2025）鲁9999刑初999901号',
      GLSAH: ['虚检刑捕受[2025]379999000001号'],
      CBR: [LI, { ...CHEN, YJRQ: '20250408' }, ASSISTANT, INTAKE],
      LS: [counsel(LAWYERS.he, 1, '20250408')],
    },
    people: [
      { ...suspect('zhang'), ...decided('21', '20250528', 3) },
      { ...suspect('li'), ...decided('21', '20250528', 3) },
      { ...suspect('wang'), SFWCN: '1', ...decided('21', '20250528', 3) },
      person('02', 'zhao'),
    ],
    documents: [
      servedOnPolice(own('0203', '补充侦查决定书', '虚检补侦〔2025〕1号', '20250421'), '20250421160000'),
      servedOnPolice(own('0201', '补充侦查提纲', '', '20250421'), '20250421160000'),
      indictment('虚检刑诉〔2025〕11号', '20250528'),
    ],
    returns: [{ TBRQ: '20250421', CBRQ: '20250506', outline: 2 }],
    transfers: [
      referral(
        '20250407091000',
        '20250407100000',
        packed(POLICE_CASE, 10, 'GA09', '起诉意见书', '虚公（刑）诉字〔2025〕00010号', '20250407'),
      ),
      { ...toPolice('0202', '20250421150000', '20250421160000', [1, 2]), LC: '1' },
      {
        ...fromPolice('0203', '20250506090000', '20250506103000', [
          packed(POLICE_CASE, 13, 'GA10', '补充侦查报告书', '虚公（刑）补侦字〔2025〕00002号', '20250506'),
        ]),
        LC: '1',
      },
      prosecution('20250528160000', '20250528164000', 3),
    ],
  },
];
