import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readable } from '#tests/harness/readable.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import {
  ARREST_2,
  ARREST_7,
  POLICE_1,
  POLICE_7,
  POLICE_13,
  REVIEW_1,
  REVIEW_3,
  REVIEW_10,
  WAITING_13,
} from '#tests/procuratorate-12309/numbers.ts';

const digestOf = (key: string) => `sm3:${createHash('sm3').update(key).digest('hex')}`;
const catalogued = (code: string, name: string) => ({ scheme: 'DOCUMENT', code, name });

describe('documents', () => {
  it('of case 1: what was sent to the police, and the indictment, which the court serves', async () => {
    const { procuratorate } = await start();
    const delivered = {
      agencyCode: 'POLICE-379999',
      partyKey: null,
      to: '虚构县公安局',
      method: { scheme: 'PROC-12309-DELIVERY', code: '5', name: '电子送达' },
      servedAt: '2025-04-21T16:00:00+08:00',
      ok: true,
    };
    const document = (place: number) => ({
      documentKey: `JCWSS2025379999000011-0${place}`,
      issuer: 'PROC-379999',
      issuedOn: '2025-04-21',
      sealed: true,
      signatureValid: true,
      digest: digestOf(`JCWSS2025379999000011-0${place}`),
      deliveries: [delivered],
    });
    expect((await procuratorate.documentsByCase([REVIEW_1], call)).get(REVIEW_1)).toEqual([
      {
        ...document(1),
        code: catalogued('JC-02', '补充侦查决定书'),
        title: '补充侦查决定书',
        number: '虚检补侦〔2025〕1号',
      },
      { ...document(2), code: catalogued('JC-02', '补充侦查提纲'), title: '补充侦查提纲', number: null },
      {
        ...document(3),
        code: catalogued('JC-03', '起诉书'),
        title: '起诉书',
        number: '虚检刑诉〔2025〕11号',
        issuedOn: '2025-05-28',
        deliveries: [],
      },
    ]);
  });

  it('of case 2: one decision a suspect, and an outline', async () => {
    const { procuratorate } = await start();
    const documents = (await procuratorate.documentsByCase([ARREST_2], call)).get(ARREST_2);
    expect(documents?.map(({ code, number }) => [code.code, number])).toEqual([
      ['JC-01', '虚检批捕〔2025〕12号'],
      ['JC-01', '虚检不捕〔2025〕4号'],
      ['JC-02', null],
      ['JC-01', '虚检不捕〔2025〕5号'],
    ]);
  });

  it('are a list also where there is none', async () => {
    const { procuratorate } = await start();
    expect(await procuratorate.documentsByCase([ARREST_7], call)).toEqual(new Map([[ARREST_7, []]]));
  });
});

describe('transfers', () => {
  it('of case 3: the second return, received with its outline', async () => {
    const { procuratorate } = await start();
    const transfers = (await procuratorate.transfersByCase([REVIEW_3], call)).get(REVIEW_3) ?? [];
    expect(transfers.map(({ kind, round, status }) => [kind, round, status])).toEqual([
      ['PROSECUTION_REFERRAL', null, 'COMPLETED'],
      ['SUPPLEMENT_RETURN', 1, 'COMPLETED'],
      ['SUPPLEMENT_RESUBMIT', 1, 'COMPLETED'],
      ['SUPPLEMENT_RETURN', 2, 'ACCEPTED'],
    ]);
    expect(transfers.at(-1)).toEqual({
      transferKey: 'YSS2025379999000013-4',
      kind: 'SUPPLEMENT_RETURN',
      status: 'ACCEPTED',
      round: 2,
      from: 'PROC-379999',
      to: 'POLICE-379999',
      sentAt: '2025-05-30T09:20:00+08:00',
      receivedAt: '2025-05-30T11:05:00+08:00',
      partyKeys: ['01'],
      documents: [
        {
          documentKey: 'JCWSS2025379999000013-02',
          code: catalogued('JC-02', '补充侦查提纲'),
          title: '补充侦查提纲',
          number: '虚检补侦〔2025〕5号',
          issuedOn: '2025-05-30',
          signatureValid: true,
          digest: digestOf('JCWSS2025379999000013-02'),
        },
      ],
      checklist: [],
      replaces: null,
    });
  });

  it('of case 1: to the court at the end', async () => {
    const { procuratorate } = await start();
    const transfers = (await procuratorate.transfersByCase([REVIEW_1], call)).get(REVIEW_1) ?? [];
    expect(transfers.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['PROSECUTION_REFERRAL', 'POLICE-379999', 'PROC-379999'],
      ['SUPPLEMENT_RETURN', 'PROC-379999', 'POLICE-379999'],
      ['SUPPLEMENT_RESUBMIT', 'POLICE-379999', 'PROC-379999'],
      ['PROSECUTION', 'PROC-379999', 'COURT-379999'],
    ]);
    expect(transfers[0]?.partyKeys).toEqual(['01', '02', '03']);
  });

  it('that nobody has accepted yet: case 13, with its gap', async () => {
    const { procuratorate } = await start();
    const inbox = await procuratorate.transferInbox(['PROC-379999', 'PROC-439999', 'COURT-379999'], call);
    const item = (code: string, label: string) => ({
      code,
      label,
      required: true,
      present: true,
      note: null,
      documentKey: null,
    });
    expect(inbox).toEqual(
      new Map([
        [
          'PROC-379999',
          [
            {
              transferKey: 'YS20250616-0001',
              kind: 'PROSECUTION_REFERRAL',
              status: 'DELIVERED',
              round: null,
              from: 'POLICE-379999',
              to: 'PROC-379999',
              sentAt: '2025-06-16T08:30:00+08:00',
              receivedAt: '2025-06-16T08:40:00+08:00',
              partyKeys: ['01'],
              documents: [
                {
                  documentKey: 'WS379999202504001301',
                  code: catalogued('GA-09', '起诉意见书'),
                  title: '起诉意见书',
                  number: '虚公（刑）诉字〔2025〕00020号',
                  issuedOn: '2025-06-13',
                  signatureValid: true,
                  digest: digestOf('WS379999202504001301'),
                },
              ],
              checklist: [
                item('02', '起诉意见书'),
                item('03', '诉讼卷宗'),
                item('04', '证据材料'),
                { ...item('05', '随案移送清单'), present: false, note: '未见清单' },
              ],
              replaces: null,
              linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: POLICE_13, raw: 'A3799990000002025040013' }],
            },
          ],
        ],
        ['PROC-439999', []],
      ]),
    );
  });
});

it('a package that nobody has accepted is found by its own key, as transfer, party and link', async () => {
  const { procuratorate } = await start();
  const [inbox] = (await procuratorate.transferInbox(['PROC-379999'], call)).get('PROC-379999') ?? [];
  const { linkedNumbers, ...transfer } = inbox ?? {};
  expect(await procuratorate.transfersByCase([WAITING_13], call)).toEqual(new Map([[WAITING_13, [transfer]]]));
  expect(await procuratorate.linkedNumbersByCase([WAITING_13], call)).toEqual(new Map([[WAITING_13, linkedNumbers]]));
  expect((await procuratorate.partiesByCase([WAITING_13], call)).get(WAITING_13)).toMatchObject([
    { partyKey: '01', displayName: '韩拟戌', idNumber: '379999199512120238', legalStatus: 'SUSPECT' },
  ]);
});

describe('links', () => {
  it('to the numbers of others, and back', async () => {
    const { procuratorate } = await start();
    expect((await procuratorate.linkedNumbersByCase([REVIEW_1], call)).get(REVIEW_1)).toEqual([
      { kind: 'POLICE_CASE_NO', number: POLICE_1, raw: 'A3799990000002025030001' },
      { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号', raw: '（2025）鲁9999刑初999901号' },
      { kind: 'ACCEPTANCE_NO', number: '虚检刑捕受〔2025〕379999000001号', raw: '虚检刑捕受[2025]379999000001号' },
    ]);
    expect(await procuratorate.acceptanceNosByPoliceCase([POLICE_1, POLICE_7, POLICE_13], call)).toEqual(
      new Map([
        [POLICE_1, ['虚检刑捕受〔2025〕379999000001号', REVIEW_1]],
        [POLICE_7, [ARREST_7]],
      ]),
    );
  });

  it('are found through the package where the record lacks the number: case 7', async () => {
    const { procuratorate } = await start();
    const [row] = readable(await procuratorate.page(null, 500, call)).filter(({ recordNo }) => recordNo === ARREST_7);
    expect([row?.caseUid, row?.linkedNumbers]).toEqual([null, []]);
    expect((await procuratorate.linkedNumbersByCase([ARREST_7], call)).get(ARREST_7)).toEqual([
      { kind: 'POLICE_CASE_NO', number: POLICE_7, raw: 'A3799990000002025050007' },
    ]);
  });

  it('of joined police cases are two', async () => {
    const { procuratorate } = await start();
    const links = (await procuratorate.linkedNumbersByCase([REVIEW_10], call)).get(REVIEW_10);
    expect(links?.map(({ number }) => number)).toEqual([
      'A3799990000002024110010',
      'A3799990000002024110011',
      '（2025）鲁9999刑初999910号',
    ]);
  });
});
