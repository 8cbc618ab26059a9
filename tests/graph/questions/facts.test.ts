import { describe, expect, it } from '@jest/globals';
import { type Asker, answerTo } from '#tests/graph/questions/questions.ts';

/** Facts of WORLD 4.1 that no reference question shows. */
async function caseOf<Seen>(caseUid: string, fields: string, asker: Asker): Promise<Seen> {
  const { case: found } = await answerTo({ query: `{ case(caseUid: "${caseUid}") { ${fields} } }` }, asker);
  return found as Seen;
}

const handler = (user: string): Asker => ({ user, purpose: 'HANDLE_CASE' });
const person = (displayName: string) => ({ person: { displayName } });
const measure = (kind: string, from: string, endedOn: string | null) => ({
  ...{ kind, from: expect.stringContaining(from), endedOn },
});

describe('case 1', () => {
  it.each(['proc.li', 'court.lin'])(
    '%s: filed 03-03, detained 03-05, arrested 03-14, one return of 04-21, a closed hearing',
    async (user) => {
      const fields = `closedHearingOnly policeCases { filedOn } arrestReviews { unifiedNo }
        prosecutionReviews { unifiedNo returns { round returnedOn resubmittedOn } }
        parties { role person { displayName } measures { kind from endedOn } }`;
      expect(await caseOf('ZF-2025-000001', fields, handler(user))).toEqual({
        closedHearingOnly: true,
        policeCases: [{ filedOn: '2025-03-03' }],
        arrestReviews: [{ unifiedNo: '37999920250000100' }],
        prosecutionReviews: [
          {
            unifiedNo: '37999920250000100',
            returns: [{ round: 1, returnedOn: '2025-04-21', resubmittedOn: '2025-05-06' }],
          },
        ],
        parties: [
          {
            ...{ role: 'SUSPECT_OR_DEFENDANT', ...person('张拟甲') },
            measures: [measure('DETENTION', '2025-03-05', '2025-03-14'), measure('ARREST', '2025-03-14', null)],
          },
          // Those whose arrest was refused are out on bail, by the one measure each that runs.
          {
            ...{ role: 'SUSPECT_OR_DEFENDANT', ...person('李拟乙') },
            measures: [measure('BAIL', '2025-03-14', null)],
          },
          {
            ...{ role: 'SUSPECT_OR_DEFENDANT', ...person('王拟丙') },
            measures: [measure('BAIL', '2025-03-14', null)],
          },
          { role: 'VICTIM', ...person('赵拟丁'), measures: [] },
        ],
      });
    },
  );

  it('each defendant has one representation that has not ended', async () => {
    const { parties } = await caseOf<{ parties: { representations: { to: string | null }[] }[] }>(
      'ZF-2025-000001',
      'parties(role: SUSPECT_OR_DEFENDANT) { representations { to } }',
      handler('proc.li'),
    );
    const current = parties.map(({ representations }) => representations.filter(({ to }) => to === null).length);
    expect(current).toEqual([1, 1, 1]);
  });
});

it.each(['police.wang', 'proc.chen'])('case 2, %s: the two released on 06-15, 周拟庚 held to 08-15', async (user) => {
  const fields = `parties { person { displayName } measures { kind endedOn } currentMeasure { kind limitOn } custody { limitTo } }
    deadlines(state: RUNNING) { code dueOn subject { person { displayName } } }`;
  const released = { measures: [{ kind: 'DETENTION', endedOn: '2025-06-15' }], currentMeasure: null, custody: null };
  const found = await caseOf<{ deadlines: unknown[] }>('ZF-2025-000002', fields, handler(user));
  expect(found).toMatchObject({
    parties: [
      {
        ...person('周拟庚'),
        currentMeasure: { kind: 'ARREST', limitOn: '2025-08-15' },
        custody: { limitTo: '2025-08-15' },
      },
      { ...person('吴拟辛'), ...released },
      { ...person('孙拟壬'), ...released },
    ],
  });
  expect(found.deadlines).toContainEqual({ code: 'CR-INV-CUSTODY', dueOn: '2025-08-15', subject: person('周拟庚') });
});

it('case 5, court.lin: the fee notice of 06-13', async () => {
  const { courtCases } = await caseOf<{ courtCases: { fees: unknown[] }[] }>(
    'ZF-2025-000005',
    'courtCases { fees { noticedOn dueOn amountFen state } }',
    handler('court.lin'),
  );
  expect(courtCases.flatMap(({ fees }) => fees)).toEqual([
    { noticedOn: '2025-06-13', dueOn: '2025-06-20', amountFen: 1280000, state: 'UNPAID' },
  ]);
});
