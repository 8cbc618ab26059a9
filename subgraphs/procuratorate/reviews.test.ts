import { describe, expect, it } from '@jest/globals';
import { asker, foundFor } from '#subgraphs/kit/asker.fixture.ts';
import { type InMemory, procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  ARREST_1,
  ARREST_2,
  arrestReview,
  factsOf,
  PACKAGE_13,
  PROSECUTION_1,
  PROSECUTION_3,
  PROSECUTION_6,
  RECORDS,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

const GATEWAY = { signer: 'gateway' } as const;
const HE_1 = [`${PROSECUTION_1}#1`, `${ARREST_1}#1`];

async function ask(
  name: string,
  caseNo: number,
  numbers: readonly string[],
  selection: string,
  { own = [], memory = {} }: { own?: readonly string[]; memory?: InMemory } = {},
) {
  const system = procuratorate(memory);
  const asked = request(system, asker(name, GATEWAY), foundFor(name, caseNo, own));
  const { cases, errors } = await asked.askCases(selection, [numbers]);
  return { case: cases[0] ?? null, errors, calls: system.calls, rules: asked.rules() };
}

const Q1 = `arrestReviews { acceptanceNo receivedOn status limitOn prosecutor { displayName }
  decisions { party { partyKey } decision decidedOn receiptDueOn executedAt document { documentUid number } supplementOutline { documentUid } } }`;
const Q3 =
  'prosecutionReviews { acceptanceNo acceptedOn returnsUsed returnsLeft outcomes { party { partyKey } outcome on } }';

describe('Q1, the arrest review of case 2 (WORLD 4.1)', () => {
  const row = (party: string, decision: string, more: object = {}) => ({
    party: { partyKey: `${ARREST_2}#${party}` },
    ...{ decision, decidedOn: '2025-06-15', receiptDueOn: '2025-06-18', executedAt: null, supplementOutline: null },
    document: { documentUid: `12309:D${party}`, number: `虚检〔2025〕D${party}号` },
    ...more,
  });
  const decisions = [
    row('1', 'APPROVED', { executedAt: '2025-06-15T16:00:00+08:00' }),
    row('2', 'REFUSED_EVIDENCE', { supplementOutline: { documentUid: '12309:D3' } }),
    row('3', 'REFUSED_NO_CRIME', { document: { documentUid: '12309:D4', number: '虚检不捕〔2025〕5号' } }),
  ];
  const review = {
    ...{ acceptanceNo: ARREST_2, receivedOn: '2025-06-09', status: 'DECIDED', limitOn: '2025-06-16' },
    prosecutor: { displayName: '陈拟检' },
    decisions,
  };

  it.each(['police.wang', 'proc.chen'])('for %s', async (name) => {
    const answer = await ask(name, 2, [ARREST_2], Q1);
    expect(answer.errors).toEqual([]);
    expect(answer.case).toEqual({ arrestReviews: [review] });
    // References name their documents: the list of documents is not asked for.
    expect(answer.calls).toEqual(['arrest reviews 1']);
  });

  it('for proc.intake without what was decided', async () => {
    expect((await ask('proc.intake', 2, [ARREST_2], Q1)).case).toEqual({
      arrestReviews: [{ ...review, decisions: [] }],
    });
  });

  it.each(['lawyer.he', 'detention.ma', 'court.lin', 'police.zhao', 'proc.li', 'party.zheng'])(
    'for %s nothing',
    async (name) => {
      const answer = await ask(name, 2, [ARREST_2], Q1);
      expect(answer.case).toEqual({ arrestReviews: [] });
      expect(answer.calls).toEqual([]);
      expect(answer.rules).toEqual([expect.stringMatching(/^ArrestReview deny /)]);
    },
  );

  it('for coordinator.wu nothing, since the role reads no case', async () => {
    const answer = await ask('coordinator.wu', 2, [ARREST_2], Q1);
    expect(answer.case ?? null).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(answer.calls).toEqual([]);
    expect(answer.rules).toEqual(['operation deny deny.field-policy']);
  });

  it('what stands in the list of documents alone is asked for once', async () => {
    const selection =
      'arrestReviews { decisions { document { code title deliveries { to } } supplementOutline { title } } }';
    const answer = await ask('police.wang', 2, [ARREST_2], selection);
    expect(answer.case).toEqual({
      arrestReviews: [
        {
          decisions: [
            { document: entry('批准逮捕决定书'), supplementOutline: null },
            { document: entry('不批准逮捕决定书'), supplementOutline: { title: '补充侦查提纲' } },
            { document: entry('不批准逮捕决定书'), supplementOutline: null },
          ],
        },
      ],
    });
    expect(answer.calls).toEqual(['arrest reviews 1', 'documents 1']);
  });
  const entry = (title: string) => ({ code: 'JC-01', title, deliveries: [{ to: '虚构县公安局' }] });
});

describe('Q3, prosecution reviews', () => {
  it('of case 1 for proc.li: one return used, one left', async () => {
    const outcome = (party: string) => ({
      ...{ party: { partyKey: `${PROSECUTION_1}#${party}` }, outcome: 'PROSECUTED', on: '2025-05-28' },
    });
    expect((await ask('proc.li', 1, [ARREST_1, PROSECUTION_1], Q3)).case).toEqual({
      prosecutionReviews: [
        {
          ...{ acceptanceNo: PROSECUTION_1, acceptedOn: '2025-04-07', returnsUsed: 1, returnsLeft: 1 },
          outcomes: [outcome('1'), outcome('2'), outcome('3')],
        },
      ],
    });
  });

  it('the indictment goes to the court: the police see the outcome without it', async () => {
    const selection = 'prosecutionReviews { outcomes { outcome document { documentUid } } }';
    const outcomes = async (name: string) => {
      const { case: shown } = await ask(name, 1, [ARREST_1, PROSECUTION_1], selection);
      return (shown as unknown as { prosecutionReviews: { outcomes: unknown[] }[] }).prosecutionReviews[0]?.outcomes[0];
    };
    expect(await outcomes('proc.li')).toEqual({
      outcome: 'PROSECUTED',
      document: { documentUid: expect.stringMatching(/^12309:/) },
    });
    expect(await outcomes('police.wang')).toEqual({ outcome: 'PROSECUTED', document: null });
  });

  it('of case 3: two returns used, none left', async () => {
    const selection =
      'prosecutionReviews { returnsUsed returnsLeft status returns { round returnedOn resubmittedOn } }';
    expect((await ask('police.fa', 3, [PROSECUTION_3], selection)).case).toEqual({
      prosecutionReviews: [
        {
          ...{ returnsUsed: 2, returnsLeft: 0, status: 'RETURNED' },
          returns: [
            { round: 1, returnedOn: '2025-03-31', resubmittedOn: '2025-04-30' },
            { round: 2, returnedOn: '2025-05-30', resubmittedOn: null },
          ],
        },
      ],
    });
  });

  it('counsel sees the review, and of the outcomes the client’s', async () => {
    const answer = await ask('lawyer.he', 1, [ARREST_1, PROSECUTION_1], Q3, { own: HE_1 });
    expect(answer.case).toMatchObject({
      prosecutionReviews: [{ acceptedOn: '2025-04-07', outcomes: [{ party: { partyKey: `${PROSECUTION_1}#1` } }] }],
    });
  });

  it('the desk that receives packages sees that there is one', async () => {
    expect((await ask('proc.intake', 6, [PROSECUTION_6], Q3)).case).toEqual({
      prosecutionReviews: [
        { acceptanceNo: PROSECUTION_6, acceptedOn: '2025-05-30', returnsUsed: null, returnsLeft: null, outcomes: [] },
      ],
    });
  });
});

it('a package that nobody has accepted is no review', async () => {
  const answer = await ask('proc.intake', 13, [PACKAGE_13], 'arrestReviews { status } prosecutionReviews { status }');
  expect(answer.case).toEqual({ arrestReviews: [], prosecutionReviews: [] });
  expect(answer.calls).toEqual([]);
});

it('a sealed review is absent', async () => {
  const sealed = { facts: factsOf(ARREST_2, { sealed: true }), arrest: arrestReview() };
  const none = { parties: [], documents: [], transfers: [], linkedNumbers: [] };
  const memory = { records: [{ ...none, ...sealed }] };
  const system = procuratorate(memory);
  const asked = request(system, asker('proc.chen', GATEWAY));
  expect((await asked.askCases('arrestReviews { status }', [[ARREST_2]])).cases).toEqual([{ arrestReviews: [] }]);
  expect(asked.rules()).toEqual(['ArrestReview deny deny.sealed']);
});

it.each([1, 20, 50, 100])('%i cases cost one call a question and full list of 50', async (count) => {
  const [kept] = RECORDS.filter(({ facts }) => facts.recordNo === ARREST_2);
  const numbers = Array.from({ length: count }, (_, index) => ARREST_2.replace('000002号', `${900_001 + index}号`));
  const records = numbers.flatMap((number) =>
    kept ? [{ ...kept, facts: { ...factsOf(ARREST_2), recordNo: number as never }, arrest: arrestReview() }] : [],
  );
  const system = procuratorate({ records });
  const asked = request(system, asker('proc.chen', GATEWAY));
  const selection = 'arrestReviews { status decisions { decision } } prosecutionReviews { status }';
  const { cases } = await asked.askCases(
    selection,
    numbers.map((number) => [number]),
  );
  expect(cases).toEqual(cases.map(() => ({ arrestReviews: [expect.anything()], prosecutionReviews: [] })));
  expect(cases).toHaveLength(count);
  const calls = (what: string) => Array.from({ length: Math.ceil(count / 50) }, () => `${what} ${Math.min(count, 50)}`);
  expect(system.calls.toSorted()).toEqual([...calls('arrest reviews'), ...calls('facts')]);
});
