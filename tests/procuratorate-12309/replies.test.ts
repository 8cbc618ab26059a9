import { describe, expect, it } from '@jest/globals';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import type { PersonRow, ReviewRow } from '#simulators/procuratorate-12309/rows.ts';
import { call, start } from '#tests/procuratorate-12309/harness.ts';
import { ARREST_1, ARREST_2, REVIEW_1, REVIEW_3 } from '#tests/procuratorate-12309/numbers.ts';

const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'PROCURATORATE', system: '12309', retryable: false };

const casesWith = (place: number, changes: (row: ReviewRow) => Partial<ReviewRow>) => ({
  cases: procuratorate12309Rows().cases.map((row, index) => (index === place ? { ...row, ...changes(row) } : row)),
});
const peopleWith = (changes: Partial<PersonRow>) =>
  casesWith(0, ({ RY }) => ({ RY: RY.map((person) => ({ ...person, ...changes })) }));

/** Fields are read when they are asked for. */
const everyField = (record: unknown) => JSON.stringify(record);

describe('an arrest review that the graph has no words for', () => {
  it.each<[string, Partial<ReviewRow>]>([
    ['an unknown state', { AJZT: '77' }],
    ['a state of another kind of review', { AJZT: '30' }],
    ['no day of receipt', { SLRQ: '00000000' }],
    ['a day that is none', { SLRQ: '20250230' }],
    ['a prosecutor without a name', { CBR: [{ RYGH: 'JC0001', XM: '', ZN: '01', ZNMC: '检察官', YJRQ: '' }] }],
  ])('with %s', async (_what, changes) => {
    const { procuratorate } = await start({ rows: casesWith(0, () => changes) });
    const found = await procuratorate.arrestReviewsByNumber([ARREST_1, ARREST_2], call);
    expect(() => everyField(found.get(ARREST_1))).toThrow(expect.objectContaining(invalid));
    expect(found.get(ARREST_2)).toMatchObject({ acceptanceNo: ARREST_2 });
  });

  it.each<[string, Partial<PersonRow>]>([
    ['a decision of no code', { JDDM: '' }],
    ['an unknown decision', { JDDM: '99' }],
    ['an outcome of a prosecution review', { JDDM: '21' }],
    ['one person twice', { RYXH: '01' }],
    ['a person without a key', { RYXH: '' }],
    ['an execution without a time', { ZXSJ: '20250314' }],
  ])('with %s', async (_what, changes) => {
    const { procuratorate } = await start({ rows: peopleWith(changes) });
    const found = await procuratorate.arrestReviewsByNumber([ARREST_1], call);
    expect(() => everyField(found.get(ARREST_1))).toThrow(expect.objectContaining(invalid));
  });

  it('says which element, and nothing that stood in it', async () => {
    const { procuratorate } = await start({ rows: casesWith(0, () => ({ SLRQ: '张拟甲' })) });
    const found = await procuratorate.arrestReviewsByNumber([ARREST_1], call);
    expect(() => everyField(found.get(ARREST_1))).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ message: 'SLRQ cannot be read' }) }),
    );
  });
});

describe('a prosecution review that cannot be', () => {
  it.each(['3', '-1', '', '1.0', '二'])('was returned %j times', async (TBCS) => {
    const { procuratorate } = await start({ rows: casesWith(1, () => ({ TBCS })) });
    const found = await procuratorate.prosecutionReviewsByNumber([REVIEW_1], call);
    expect(() => everyField(found.get(REVIEW_1))).toThrow(expect.objectContaining(invalid));
  });
});

describe('codes of open lists', () => {
  it('are kept where no list knows them', async () => {
    const { procuratorate } = await start({
      rows: casesWith(1, ({ WS }) => ({
        WS: WS.map((row) => ({ ...row, WSDM: '0999', SD: row.SD.map((each) => ({ ...each, SDFS: 'constructor' })) })),
      })),
    });
    const [document] = (await procuratorate.documentsByCase([REVIEW_1], call)).get(REVIEW_1) ?? [];
    expect(document?.code).toEqual({ scheme: 'PROC-12309-DOCUMENT', code: '0999', name: '0999' });
    expect(document?.deliveries[0]?.method).toEqual({
      scheme: 'PROC-12309-DELIVERY',
      code: 'constructor',
      name: 'constructor',
    });
  });
});

describe('awkward text', () => {
  it.each([
    '㛃拟𠮷',
    '<![CDATA[<XM>x</XM>]]>',
    '甲 & 乙 < 丙',
    '{env.HOME}',
    '007',
    '&amp;lt;',
    ']]>',
    '<?xml version="1.0"?>',
  ])('%s arrives as it is', async (XM) => {
    const { procuratorate } = await start({ rows: peopleWith({ XM }) });
    const parties = (await procuratorate.partiesByCase([ARREST_1], call)).get(ARREST_1);
    expect(parties?.map(({ displayName }) => displayName)).toEqual([XM, XM, XM, XM]);
  });

  it.each(['', '0', '2', '是'])('a person is protected, or the reply unreadable, with the flag %j', async (SFBH) => {
    const { procuratorate } = await start({ rows: peopleWith({ SFBH }) });
    const parties = await procuratorate.partiesByCase([ARREST_1], call);
    if (SFBH === '2' || SFBH === '是') expect(() => parties.get(ARREST_1)).toThrow(expect.objectContaining(invalid));
    else expect(parties.get(ARREST_1)?.[0]?.protectedIdentity).toBe(SFBH === '');
  });
});

describe('lists', () => {
  it.each([0, 1, 3, 1000])('of %s people', async (length) => {
    const { procuratorate } = await start({
      rows: casesWith(3, ({ RY: [first] }) => ({
        RY: Array.from(
          { length },
          (_, index) => first && { ...first, RYXH: String(index + 1).padStart(4, '0') },
        ).flatMap((row) => row ?? []),
      })),
    });
    expect((await procuratorate.partiesByCase([REVIEW_3], call)).get(REVIEW_3)).toHaveLength(length);
    expect((await procuratorate.prosecutionReviewsByNumber([REVIEW_3], call)).get(REVIEW_3)?.outcomes).toHaveLength(
      length,
    );
  });

  it('that are longer than a reply may be are refused', async () => {
    const { procuratorate } = await start({
      rows: peopleWith({ XM: '长'.repeat(100_000) }),
      settings: { maxReplyBytes: 100_000 },
    });
    await expect(procuratorate.partiesByCase([ARREST_1], call)).rejects.toMatchObject(invalid);
  });

  it('with one record twice are refused', async () => {
    const rows = procuratorate12309Rows();
    const first = rows.cases.slice(0, 1).map((row) => ({ ...row, WS: [...row.WS, ...row.WS] }));
    const { procuratorate } = await start({ rows: { cases: first } });
    const found = await procuratorate.documentsByCase([ARREST_1], call);
    expect(() => everyField(found.get(ARREST_1))).toThrow(expect.objectContaining(invalid));
  });
});
