import { describe, expect, it } from '@jest/globals';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import type { ListName } from '#subgraphs/kit/owner-rows.ts';
import { kept, PROCURATORATE, party } from '#subgraphs/police/cases.fixture.ts';
import { police, request } from '#subgraphs/police/police.fixture.ts';
import { CASE_3, NO_1, NO_2, NO_3, NO_6, WORLD } from '#subgraphs/police/world.fixture.ts';

const NUMBERS: Readonly<Record<number, string>> = { 1: NO_1, 2: NO_2, 3: NO_3, 6: NO_6 };

/** Rows of one list of a case of the demo, as this user sees them. */
async function rows(list: ListName, name: string, caseNo: number, ownParties: readonly string[] = []) {
  const number = NUMBERS[caseNo] ?? '';
  const findings = foundFor(
    name,
    caseNo,
    ownParties.map((key) => `${number}#${key}`),
  );
  const system = police(WORLD);
  const asked = request(system, asker(name), findings);
  const cases = [{ caseUid: `ZF-2025-00000${caseNo}`, statement: 's', recordNos: [number] }];
  const [answer] = await asked.askOwner({ ask: 'rows', list, cases });
  return { rows: answer?.rows as Record<string, unknown>[], calls: system.calls };
}

const keys = (found: readonly Record<string, unknown>[]) => found.map(({ partyKey }) => String(partyKey).split('#')[1]);

describe('persons', () => {
  it('of a minor no number, of an adult a masked one', async () => {
    expect((await rows('persons', 'police.wang', 1)).rows).toEqual([
      { partyKey: `${NO_1}#1`, sexCode: '1', idNumberMasked: '379***********0130', phoneMasked: '139****9901' },
      { partyKey: `${NO_1}#3`, sexCode: '1', idNumberMasked: null, phoneMasked: null },
    ]);
  });

  it('of a protected person nothing, for the own handler too', async () => {
    const { rows: found } = await rows('persons', 'police.wang', 6);
    expect(found[1]).toEqual({ partyKey: `${NO_6}#2`, sexCode: null, idNumberMasked: null, phoneMasked: null });
  });
});

describe('which rows each view shows', () => {
  it.each<[ListName, string, number, readonly string[], string[]]>([
    ['measures', 'police.wang', 2, [], ['1', '2', '1']],
    ['measures', 'proc.chen', 2, [], ['1', '2', '1']],
    ['measures', 'lawyer.he', 2, [], ['1', '1']],
    ['measures', 'lawyer.he', 1, ['1'], ['1', '1']],
    ['measures', 'detention.ma', 2, [], []],
    ['measures', 'proc.intake', 2, [], []],
    ['representations', 'police.wang', 2, [], ['1']],
    ['representations', 'proc.chen', 2, [], ['1']],
    ['representations', 'lawyer.he', 2, [], ['1']],
    ['representations', 'detention.ma', 2, [], []],
    ['representations', 'proc.intake', 2, [], []],
    ['custody', 'police.wang', 2, [], ['1']],
    ['custody', 'detention.ma', 2, [], ['1']],
    ['custody', 'lawyer.he', 2, [], ['1']],
    ['custody', 'police.zhao', 2, [], []],
    ['persons', 'lawyer.he', 2, [], []],
    ['persons', 'detention.ma', 2, [], []],
  ])('%s for %s in case %i', async (list, name, caseNo, own, expected) => {
    expect(keys((await rows(list, name, caseNo, own)).rows)).toEqual(expected);
  });

  it.each<[ListName, string, number, number]>([
    ['documents', 'police.wang', 1, 1],
    ['documents', 'lawyer.he', 1, 1],
    ['documents', 'lawyer.he', 2, 0],
    ['documents', 'detention.ma', 1, 0],
    ['transfers', 'police.wang', 1, 4],
    ['transfers', 'court.lin', 1, 4],
    ['transfers', 'lawyer.he', 1, 0],
    ['deadlines', 'court.lin', 1, 5],
    ['deadlines', 'police.fa', 3, 5],
    ['deadlines', 'lawyer.he', 2, 0],
    ['deadlines', 'detention.ma', 3, 0],
    ['representations', 'court.lin', 1, 0],
  ])('%s for %s in case %i: %i', async (list, name, caseNo, count) => {
    expect((await rows(list, name, caseNo)).rows).toHaveLength(count);
  });

  it('what is not sent yet, for the police alone', async () => {
    expect((await rows('transfers', 'police.fa', 3)).rows).toHaveLength(5);
    expect((await rows('transfers', 'proc.li', 3)).rows).toHaveLength(4);
  });
});

describe('rows for casework', () => {
  it('measures by time, with the document that shows them', async () => {
    const { rows: found } = await rows('measures', 'police.wang', 1);
    expect(found.map(({ kind }) => kind)).toEqual(['DETENTION', 'ARREST', 'BAIL']);
    const [detention] = (await rows('measures', 'police.wang', 2)).rows;
    expect(detention).toMatchObject({ measureUid: 'police:CS-DETENTION-1', documentUid: 'police:WS1' });
  });

  it('a power of attorney, for which nothing but the facts is asked', async () => {
    const { rows: found, calls } = await rows('representations', 'police.wang', 2);
    const shown = { partyKey: `${NO_2}#1`, licenceNo: '13799202010999001', lawyerName: '何拟辩' };
    expect(found).toEqual([{ ...shown, kind: 'RETAINED', from: '2025-06-07', to: null, letterNumber: null }]);
    expect(calls).toEqual(['facts 1']);
  });

  it('hand-overs of a custody by time', async () => {
    const [held] = (await rows('custody', 'detention.ma', 3)).rows;
    expect(held).toMatchObject({
      heldFor: PROCURATORATE,
      handovers: [{ handoverUid: 'police:HY1' }, { handoverUid: 'police:HY2', receiptAt: null }],
    });
    expect(held).not.toHaveProperty('policeCaseNo');
  });

  it('a document under its issuer’s key, in the list and in the package that brought it', async () => {
    const outline = {
      documentUid: '12309:JCWSS2025379999000013-02',
      number: '虚检补侦〔2025〕5号',
      issuer: PROCURATORATE,
    };
    expect((await rows('documents', 'police.fa', 3)).rows).toMatchObject([{ documentUid: 'police:WS4' }, outline]);
    const { rows: transfers } = await rows('transfers', 'police.fa', 3);
    expect(transfers[3]).toMatchObject({
      status: 'ACCEPTED',
      round: 2,
      partyKeys: [`${NO_3}#1`],
      documents: [outline],
    });
  });

  it('deadlines, parties by the keys that casework keeps', async () => {
    const { rows: found, calls } = await rows('deadlines', 'police.fa', 3);
    expect(keys(found)).toEqual([undefined, '1', '1', undefined, undefined]);
    expect(calls).toEqual(['cases 1', 'measures 1', 'custody 1', 'transfers 1']);
  });
});

describe('the registry’s ingest', () => {
  const INGEST: VerifiedEnvelope = asker('nobody', {
    principal: { ...asker('nobody').principal, roles: new Set(['platform.ingest']) },
  });
  const page = (cases = WORLD, after: string | null = null) =>
    request(police(cases), INGEST).askOwner({ ask: 'page', after, limit: 500 });

  it('a record: facts, canonical links, people without their numbers', async () => {
    const [record] = await page([CASE_3]);
    expect(record).toEqual({
      recordNo: NO_3,
      kind: 'POLICE_CASE_NO',
      facts: {
        department: 'POLICE',
        agencyCode: 'POLICE-379999',
        recordNo: NO_3,
        sealed: false,
        labelled: false,
        assignments: [
          { holder: 'GA0001', function: 'INVESTIGATOR', partyKey: null },
          { holder: 'GA0003', function: 'LEGAL_REVIEWER', partyKey: null },
          { holder: 'DETENTION-379999', function: 'DETENTION_CENTRE', partyKey: `${NO_3}#1` },
        ],
        recusedStaffNos: [],
      },
      caseUid: 'ZF-2025-000003',
      caseKind: 'CRIMINAL',
      stage: 'INVESTIGATION',
      linkedNumbers: [{ kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000013号' }],
      parties: [
        {
          partyKey: `${NO_3}#1`,
          personUid: expect.stringMatching(/^P/),
          role: 'SUSPECT_OR_DEFENDANT',
          legalStatus: 'SUSPECT',
          legalStatusSince: null,
          minorAtOffence: false,
          protectedIdentity: false,
          displayName: '钱拟癸',
        },
      ],
      transfers: expect.arrayContaining([
        {
          transferKey: 'YS-SUPPLEMENT_RETURN-2025-05-30',
          ...{ kind: 'SUPPLEMENT_RETURN', round: 2, from: 'PROC-379999', to: 'POLICE-379999' },
          ...{ sentOn: '2025-05-30', receivedOn: '2025-05-30', dueOn: '2025-06-30', answeredOn: null },
        },
      ]),
    });
  });

  it('a page is two lists, the records and their hand-overs; of labelled and sealed ones these are not asked', async () => {
    const pageOf = async (cases: typeof WORLD) => {
      const system = police(cases);
      await request(system, INGEST).askOwner({ ask: 'page', after: null, limit: 500 });
      return system.calls;
    };
    const hidden = [kept(NO_1, { facts: { labelled: true } }), kept(NO_2, { facts: { sealed: true } })];
    expect(await pageOf([CASE_3, ...hidden])).toEqual(['page null 500', 'transfers 1']);
    expect(await pageOf(hidden)).toEqual(['page null 500']);
  });

  it('no number of anybody leaves, of whoever is protected not the name', async () => {
    const text = JSON.stringify(await page());
    for (const each of WORLD.flatMap(({ parties }) => parties)) {
      expect(text).not.toContain(each.idNumber ?? 'none');
      expect(text).not.toContain(each.phone ?? 'none');
    }
    expect(text).toContain('被害人甲');
  });

  it('a person is the same by the number in every record, without one in the record alone', async () => {
    const same = [kept(NO_1, { parties: [party()] }), kept(NO_2, { parties: [party({ partyKey: '7' })] })];
    const unknown = same.map((each) => ({ ...each, parties: each.parties.map((one) => ({ ...one, idNumber: null })) }));
    const uids = async (cases: typeof same) =>
      (await page(cases)).map(({ parties }) => (parties as { personUid: string }[])[0]?.personUid);
    expect(new Set(await uids(same)).size).toBe(1);
    expect(new Set(await uids(unknown)).size).toBe(2);
  });

  it.each([
    ['ACCEPTED', 'ACCEPTANCE'],
    ['REFERRED_OUT', 'ACCEPTANCE'],
    ['FILED', 'INVESTIGATION'],
    ['TRANSFERRED_FOR_PROSECUTION', 'INVESTIGATION'],
    ['NOT_FILED', 'CLOSED'],
    ['WITHDRAWN', 'CLOSED'],
  ] as const)('%s is at stage %s', async (status, stage) => {
    expect(await page([kept(NO_3, { record: { status } })])).toMatchObject([{ caseKind: 'CRIMINAL', stage }]);
  });

  it('of a labelled record its flags alone; a sealed one is flagged', async () => {
    const labelled = kept(NO_3, { facts: { labelled: true, assignments: [] }, parties: [party()] });
    expect(await page([labelled])).toMatchObject([
      { facts: { labelled: true, assignments: [] }, caseKind: null, stage: null, linkedNumbers: [], parties: [] },
    ]);
    expect(await page([kept(NO_3, { facts: { sealed: true } })])).toMatchObject([{ facts: { sealed: true } }]);
  });

  it('goes on behind a record, and is for nobody else', async () => {
    expect((await page(WORLD, NO_3)).map(({ recordNo }) => recordNo)).toEqual([NO_6, NO_1, NO_2]);
    const asked = request(police(WORLD), asker('police.wang')).askOwner({ ask: 'page', after: null, limit: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('links: the record of a police number, and of no other kind', async () => {
    const links = (kind: 'POLICE_CASE_NO' | 'ACCEPTANCE_NO', numbers: string[]) =>
      request(police(WORLD), asker('police.wang')).askOwner({ ask: 'links', kind, numbers });
    expect(await links('POLICE_CASE_NO', [NO_3, 'A0000000000002000010000'])).toMatchObject([
      {
        recordNo: NO_3,
        caseUid: null,
        linkedNumbers: [{ kind: 'ACCEPTANCE_NO' }],
        parties: [{ displayName: '钱拟癸' }],
      },
    ]);
    expect(await links('ACCEPTANCE_NO', ['虚检刑诉受〔2025〕379999000013号'])).toEqual([]);
  });

  it('though something else of the record cannot be read', async () => {
    const damaged = WORLD.map((each) => ({
      ...each,
      record: Object.defineProperty({ ...each.record }, 'handlingUnit', {
        enumerable: true,
        get() {
          throw new Error('nobody asks for it');
        },
      }),
    }));
    const asked = request(police(damaged), asker('police.wang'));
    expect(await asked.askOwner({ ask: 'links', kind: 'POLICE_CASE_NO', numbers: [NO_3] })).toMatchObject([
      { recordNo: NO_3, linkedNumbers: [{ kind: 'ACCEPTANCE_NO' }] },
    ]);
  });
});
