import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { CitizenId } from '#schema/identifiers/kinds.ts';
import { CourtInMemory, HANDLED, LIN } from '#subgraphs/kit/kit.fixture.ts';
import type { FoundFor } from '#subgraphs/kit/owner-context.ts';
import type { WholeNumber } from '#subgraphs/kit/owner-rows.ts';
import { maskedPersons, wholeNumbers } from '#subgraphs/kit/persons.ts';

const NO = courtFacts().recordNo;
const CASE = 'ZF-2025-000001';
const WITHIN: VerifiedEnvelope = { ...LIN, onlyCase: CASE };
const [ID, PHONE] = ['379999197909010177', '13900009921'];
const ADULT = { protectedIdentity: false, minorAtOffence: false, sex: null, idNumber: ID as CitizenId, phone: PHONE };
const PARTIES = {
  adult: ADULT,
  'adult without a phone': { ...ADULT, phone: null },
  'minor at the offence': { ...ADULT, minorAtOffence: true },
  'minor today': { ...ADULT, idNumber: '379999201503020152' as CitizenId },
  'of an age that nobody knows': { ...ADULT, idNumber: null, minorAtOffence: null },
  protected: { ...ADULT, protectedIdentity: true },
};
type Who = keyof typeof PARTIES;
const BOTH: readonly WholeNumber[] = ['Person.idNumber', 'Person.phone'];
const partiesOf = async () => Object.entries(PARTIES).map(([partyKey, party]) => ({ ...party, partyKey }));

const grant = (override: Partial<LiveGrant> = {}): LiveGrant => ({
  grantUid: 'G-1',
  kind: 'UNMASK',
  caseUid: CASE,
  agency: 'COURT-379999',
  fields: BOTH,
  until: '2999-01-01T00:00:00+08:00',
  ...override,
});

interface Asked {
  envelope?: VerifiedEnvelope;
  grants?: readonly LiveGrant[];
  who?: Who;
  fields?: readonly WholeNumber[];
  found?: Partial<FoundFor>;
}

/** What leaves of one person, and what is on record of it besides the decision about the row. */
async function ask({ envelope = WITHIN, grants = [grant()], who = 'adult', fields = BOTH, found = {} }: Asked = {}) {
  const context = new CourtInMemory({ envelope });
  const asked = { recordNos: [NO], persons: [{ partyKey: who, fields }] };
  const rows = await wholeNumbers(partiesOf)(asked, { caseUid: CASE, findings: HANDLED, grants, ...found }, context);
  const [row, ...records] = context.auditRecords;
  const told = records.map(({ rule, fields: of, masked, grant: by }) => [rule, ...(of ?? []), masked, by]);
  return { numbers: rows.map((each) => each.numbers), told, row: row?.rule, records: JSON.stringify(records) };
}

describe('a whole number leaves its owner', () => {
  it('under a live grant for its field, each on record with the grant and that it was whole', async () => {
    const { numbers, told, records } = await ask();
    expect(numbers).toEqual([{ 'Person.idNumber': ID, 'Person.phone': PHONE }]);
    expect(told).toEqual([
      ['permit.unmask', 'Person.idNumber', false, 'G-1'],
      ['permit.unmask', 'Person.phone', false, 'G-1'],
    ]);
    for (const number of [ID, PHONE]) expect(records).not.toContain(number);
  });

  it('of the person who is asked for alone', async () => {
    expect((await ask({ who: 'adult without a phone' })).numbers).toEqual([{ 'Person.idNumber': ID }]);
  });

  it.each<[string, Asked, string]>([
    ['without a grant', { grants: [] }, 'deny.no-grant'],
    ['by a grant for the other field', { grants: [grant({ fields: ['Person.phone'] })] }, 'deny.no-grant'],
    ['by a grant of another kind', { grants: [grant({ kind: 'RECORD_CHECK' })] }, 'deny.no-grant'],
    ['by a grant that has ended', { grants: [grant({ until: '2025-01-01T00:00:00+08:00' })] }, 'deny.no-grant'],
    ['by the head of another agency', { grants: [grant({ agency: 'COURT-3799' })] }, 'deny.no-grant'],
    ['by a grant for another case', { grants: [grant({ caseUid: 'ZF-2025-000002' })] }, 'deny.no-grant'],
    ['of a minor at the offence', { who: 'minor at the offence' }, 'deny.never-whole'],
    ['of a minor today', { who: 'minor today' }, 'deny.never-whole'],
    ['of whom nobody knows the age', { who: 'of an age that nobody knows' }, 'deny.never-whole'],
    ['of a protected person', { who: 'protected' }, 'deny.never-whole'],
  ])('not %s', async (_how, asked, rule) => {
    const { numbers, told } = await ask({ ...asked, fields: ['Person.idNumber'] });
    expect(numbers).toEqual([{}]);
    expect(told).toEqual([[rule, 'Person.idNumber', undefined, undefined]]);
  });

  it('to nobody who may not see the person', async () => {
    const stranger = { ...WITHIN, principal: { ...WITHIN.principal, staffNo: 'FY0002' } };
    expect(await ask({ envelope: stranger })).toMatchObject({ numbers: [], told: [], row: 'deny.not-handler-of-case' });
    expect(await ask({ envelope: { ...WITHIN, onlyCase: 'ZF-2025-000002' } })).toMatchObject({
      numbers: [],
      row: 'deny.other-case',
    });
  });
});

it('a masked number is on record as masked', async () => {
  const context = new CourtInMemory();
  const rows = await maskedPersons(partiesOf)([NO], { caseUid: CASE, findings: HANDLED, grants: [] }, context);
  expect(rows).toHaveLength(Object.keys(PARTIES).length);
  expect(context.auditRecords).toMatchObject([
    { rule: 'permit.court-handler', masked: true, fields: ['Person.idNumberMasked', 'Person.phoneMasked'] },
  ]);
});

describe('grants that casework carries', () => {
  const live = (caseUid = CASE) => JSON.stringify([grant({ caseUid })]);
  const found = async (envelope: VerifiedEnvelope, token: string | null) => {
    const context = new CourtInMemory({ envelope, verify: async () => ({ ...HANDLED, grants: token }) });
    return (await context.found({ caseUid: CASE, statement: 's' })).grants;
  };
  it('are verified, and count within the case of `x-case` alone', async () => {
    expect(await found(WITHIN, live())).toEqual([grant()]);
    expect(await found(LIN, live())).toEqual([]);
    expect(await found({ ...LIN, onlyCase: 'ZF-2025-000002' }, live())).toEqual([]);
    expect(await found(WITHIN, null)).toEqual([]);
  });
});
