import { beforeAll, describe, expect, it } from '@jest/globals';
import { readOperation } from '#demo/operations.ts';
import type { SystemName } from '#schema/departments.ts';
import { answerTo, type Calls, callsDuring } from '#tests/graph/questions/questions.ts';
import { SEEN } from '#tests/graph/who-sees.ts';

/** A legacy operation takes at most so many keys (WORLD 6). */
const KEYS_OF_A_CALL = 50;

const EVERYTHING = `caseUid kind currentStage
  parties { partyUid case { caseUid } role legalStatus person { displayName sexCode idNumberMasked phoneMasked }
    measures { kind } currentMeasure { kind limitOn } custody { limitTo handovers { reason } }
    representations { kind lawyer { licenceNo name } letter { number } } }
  policeCases { policeCaseNo status category { code } case { caseUid } }
  arrestReviews { acceptanceNo status decisions { decision party { person { displayName } } document { number } } }
  prosecutionReviews { acceptanceNo status returnsUsed outcomes { outcome party { person { displayName } } } }
  courtCases { courtCaseNo status court { agencyCode } docketedOn precededBy { courtCaseNo status } panel { displayName }
    hearings { startsAt courtCase { case { caseUid } } notices { servedAt party { person { displayName } } } } fees { noticeNo state payer { partyUid } } }
  legalAidCases { legalAidId status assignBy lawyer { name } beneficiary { partyUid } }
  documents { code number deliveries { to servedAt } }
  transfers { kind status parties { partyUid } }
  deadlines { code dueOn subject { partyUid } }`;

/** The records of a case by their numbers alone. */
const NUMBERS = `caseUid kind policeCases { policeCaseNo } arrestReviews { acceptanceNo } prosecutionReviews { acceptanceNo }
  courtCases { courtCaseNo court { agencyCode } } legalAidCases { legalAidId }`;

interface ListedCase {
  readonly caseUid: string;
  readonly kind: string;
  readonly policeCases: readonly { readonly policeCaseNo: string }[];
  readonly arrestReviews: readonly { readonly acceptanceNo: string }[];
  readonly prosecutionReviews: readonly { readonly acceptanceNo: string }[];
  readonly courtCases: readonly { readonly courtCaseNo: string; readonly court: object | null }[];
  readonly legalAidCases: readonly { readonly legalAidId: string }[];
}

/** How many records there are of each kind of key in the cases listed. */
function keysIn(cases: readonly ListedCase[]) {
  const count = (list: (found: ListedCase) => readonly unknown[]) => cases.flatMap(list).length;
  const arrests = count(({ arrestReviews }) => arrestReviews);
  const prosecutions = count(({ prosecutionReviews }) => prosecutionReviews);
  return {
    police: count(({ policeCases }) => policeCases),
    arrests,
    prosecutions,
    reviews: arrests + prosecutions,
    court: count(({ courtCases }) => courtCases),
    /** Of an appeal at the court above, its header only is shown. */
    courtWhole: count(({ courtCases }) => courtCases.filter(({ court }) => court !== null)),
    aid: count(({ legalAidCases }) => legalAidCases),
  };
}
type KeyKind = keyof ReturnType<typeof keysIn>;

type AskedBy = Readonly<Partial<Record<SystemName, Readonly<Record<string, KeyKind>>>>>;

/** What each operation is asked by. */
const ASKED_BY = {
  '12368': {
    ...{ cxAjQx: 'court', cxAjXx: 'court', cxDsrXx: 'courtWhole', cxKtXx: 'courtWhole', cxKtTz: 'courtWhole' },
    ...{ cxJfXx: 'courtWhole', cxWsXx: 'courtWhole', cxWtDl: 'courtWhole' },
  },
  '12309': { cxAjQx: 'reviews', cxBlXx: 'arrests', cxQsXx: 'prosecutions', cxWsXx: 'reviews', cxYsXx: 'reviews' },
  'legal-aid': { V_FYAJ_QX: 'aid', V_FYAJ: 'aid', V_SYR: 'aid', 'PKG_FLYZ.CX_ZPLS': 'aid' },
  police: {
    ...{ V_AJQX: 'police', V_AJXX: 'police', V_AJRY: 'police', V_QZCS: 'police' },
    ...{ V_ZYHY: 'police', V_WSQD: 'police', V_YSCL: 'police' },
  },
} as const satisfies AskedBy;

/** One call a kind of thing for each full list of keys, and none where there are no keys. */
function callsFor(keys: Readonly<Record<KeyKind, number>>, asked: AskedBy = ASKED_BY): Calls {
  const bySystem = Object.entries(asked).map(([system, operations]) => {
    const calls = Object.entries(operations).map(([name, by]) => [name, Math.ceil(keys[by] / KEYS_OF_A_CALL)] as const);
    return [system, Object.fromEntries(calls.filter(([, count]) => count > 0))] as const;
  });
  return Object.fromEntries(bySystem.filter(([, calls]) => Object.keys(calls).length > 0));
}

async function listed(user: string, page: string, fields: string) {
  let cases: readonly ListedCase[] = [];
  const calls = await callsDuring(async () => {
    const query = `{ myCases(${page}) { ${fields} } }`;
    cases = (await answerTo({ query }, { user, purpose: 'HANDLE_CASE' })).myCases as readonly ListedCase[];
  });
  return { cases, calls };
}

describe.each([1, 20, 100])('a list of %i cases with all that they have', (first) => {
  it.each(['court.bulk', 'proc.bulk'])('costs %s one call a kind of thing for each 50 keys', async (user) => {
    const { cases, calls } = await listed(user, `first: ${first}`, EVERYTHING);
    expect(cases).toHaveLength(first);
    expect(calls).toEqual(callsFor(keysIn(cases)));
  });

  it('costs police.bulk the same, and of the others’ records the facts and what is addressed to the police', async () => {
    const { cases, calls } = await listed('police.bulk', `first: ${first}`, EVERYTHING);
    const { cases: whole } = await listed('proc.bulk', `first: ${first}`, NUMBERS);
    expect(cases.map(({ caseUid }) => caseUid)).toEqual(whole.map(({ caseUid }) => caseUid));
    const facts = { '12368': { cxAjQx: 'court' }, 'legal-aid': { V_FYAJ_QX: 'aid' } } as const;
    expect(calls).toEqual(callsFor(keysIn(whole), { ...ASKED_BY, ...facts }));
  });

  it('costs, with what Q10 asks for, the court’s records, hearings and fees alone', async () => {
    const [, fields = ''] = /myCases\(first: 5\) \{([\s\S]+)\}\s*\}\s*$/.exec(readOperation('Q10').query) ?? [];
    const { calls } = await listed('court.bulk', `first: ${first}`, fields);
    const { cases } = await listed('court.bulk', `first: ${first}`, NUMBERS);
    const { cxAjQx, cxAjXx, cxKtXx, cxJfXx } = ASKED_BY['12368'];
    expect(calls).toEqual(callsFor(keysIn(cases), { '12368': { cxAjQx, cxAjXx, cxKtXx, cxJfXx } }));
  });
});

it('a list of criminal and of civil cases costs no more than either', async () => {
  const { cases, calls } = await listed('court.bulk', 'first: 100, after: "ZF-2025-800110"', EVERYTHING);
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['CRIMINAL', 'CIVIL']));
  expect(calls).toEqual(callsFor(keysIn(cases)));
});

// Case 7’s second number is searched for once, for whoever asks first.
beforeAll(() => answerTo({ query: '{ myCases { caseUid } }' }, { user: 'proc.chen', purpose: 'HANDLE_CASE' }));

it.each(SEEN.filter(([, , cases]) => cases.length > 0))(
  'of WORLD’s cases, whatever they are, %s (%s) makes no call twice',
  async (user, purpose) => {
    const query = `{ myCases(first: 100) { ${EVERYTHING} } }`;
    const calls = await callsDuring(() => answerTo({ query }, { user, purpose }));
    const twice = Object.values(calls).flatMap((made) => Object.entries(made).filter(([, count]) => count > 1));
    expect(twice).toEqual([]);
  },
);
