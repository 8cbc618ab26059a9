import { describe, expect, it } from '@jest/globals';
import { aidFacts, courtFacts, held } from '#auth/decisions/facts.fixture.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { type Findings, NOTHING_FOUND, type StatementVerifier } from '#auth/decisions/statement.ts';
import type { Facet } from '#auth/decisions/views.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { SystemName } from '#schema/departments.ts';
import { CourtInMemory, HANDLED, LIN } from '#subgraphs/kit/kit.fixture.ts';

const ZHOU: VerifiedEnvelope = { ...LIN, principal: { ...LIN.principal, staffNo: 'FY0002' } };
const HE: VerifiedEnvelope = { ...LIN, ...user('lawyer.he') };
const GAO: VerifiedEnvelope = { ...LIN, ...user('mediator.gao') };
const NO = courtFacts().recordNo;
const clientOf = (recordNo = NO) =>
  courtFacts({ recordNo, assignments: [held('13799202010999001', 'COUNSEL', `${recordNo}#1`)] });

interface Asked {
  envelope?: VerifiedEnvelope;
  caseUid?: string | null;
  findings?: Findings;
  own?: RecordFacts;
  facet?: Facet;
  grants?: readonly LiveGrant[];
}

/** What a caller may see of a court record, and what is on record of it. */
function decide({
  envelope = LIN,
  caseUid = 'ZF-1',
  findings = HANDLED,
  own = courtFacts(),
  facet = 'RECORDS',
  grants = [],
}: Asked) {
  const context = new CourtInMemory({ envelope });
  const shown = context.decide('CourtCase', facet, own, { caseUid, findings, grants });
  const [record] = context.auditRecords;
  return { shown, record, end: `${shown?.view ?? null} ${record?.rule}`, records: context.auditRecords.length };
}

describe('a row', () => {
  const appeal = courtFacts({ recordNo: '2', agencyCode: 'COURT-3799', assignments: [] });
  it.each<[string, Asked, string]>([
    ['of the handler', {}, 'WHOLE permit.court-handler'],
    ['referred to by nobody', { caseUid: null, findings: NOTHING_FOUND }, 'WHOLE permit.court-handler'],
    ['of another', { envelope: ZHOU }, 'null deny.not-handler-of-case'],
    ['within the one case of the request', { envelope: { ...LIN, onlyCase: 'ZF-1' } }, 'WHOLE permit.court-handler'],
    [
      'of a case that does not exist for the request',
      { envelope: { ...LIN, onlyCase: 'ZF-2' } },
      'null deny.other-case',
    ],
    [
      'of no case that is known, within one case',
      { envelope: { ...LIN, onlyCase: 'ZF-1' }, caseUid: null },
      'null deny.other-case',
    ],
    [
      'of a case that another record closes',
      { findings: { ...HANDLED, records: [aidFacts({ sealed: true })] } },
      'null deny.sealed',
    ],
    ['of another court, its record', { own: appeal }, 'RELATED permit.related-record'],
    ['of another court, its documents', { own: appeal, facet: 'DOCUMENTS' }, 'null deny.not-in-view'],
    [
      'of counsel, where the stage is not known',
      { envelope: HE, own: clientOf(), findings: NOTHING_FOUND },
      'null deny.not-in-view',
    ],
    ['of counsel, at trial', { envelope: HE, own: clientOf() }, 'COUNSEL permit.counsel'],
    [
      'of the mediator, the mediation',
      { envelope: GAO, own: courtFacts({ assignments: [held('TJ0001', 'MEDIATOR')] }) },
      'MEDIATION_ONLY permit.mediator',
    ],
  ])('%s', (_what, asked, expected) => {
    const { end, record, records } = decide(asked);
    expect(end).toBe(expected);
    expect(records).toBe(1);
    expect(record?.decision).toBe(expected.startsWith('null') ? 'deny' : 'permit');
  });

  it('is on record with who asked and for what, and marked where it rests on memory', () => {
    const { record } = decide({ findings: { ...HANDLED, records: [courtFacts({ live: false })] } });
    expect(record).toEqual({
      event: 'row',
      operation: null,
      requestId: 'r-1',
      actor: 'sub-of-lin',
      roles: ['court.judge'],
      agency: 'COURT-379999',
      purpose: 'HANDLE_CASE',
      case: 'ZF-1',
      subject: 'CourtCase',
      decision: 'permit',
      rule: 'permit.court-handler',
      remembered: true,
    });
  });
});

describe('rows about a party', () => {
  const keys = [`${NO}#1`, `${NO}#2`, 'elsewhere#1'];
  it.each<[string, Asked, string[]]>([
    ['the handler: all', {}, keys],
    ['counsel: the client that the record names', { envelope: HE, own: clientOf() }, [`${NO}#1`]],
    [
      'counsel: the client by casework’s keys too',
      { envelope: HE, own: clientOf(), findings: { ...HANDLED, ownPartyKeys: ['elsewhere#1'] } },
      [`${NO}#1`, 'elsewhere#1'],
    ],
    [
      'counsel: not whom another lawyer stands for',
      {
        envelope: HE,
        own: { ...clientOf(), assignments: [...clientOf().assignments, held('1', 'COUNSEL', `${NO}#2`)] },
      },
      [`${NO}#1`],
    ],
  ])('%s', (_who, asked, expected) => {
    const { shown } = decide(asked);
    expect(keys.filter((key) => shown?.mayShowParty(key))).toEqual(expected);
  });
});

describe('visible records', () => {
  const second = courtFacts({ recordNo: '2' });
  const found = { caseUid: 'ZF-1', findings: HANDLED, grants: [] };
  const see = async (context: CourtInMemory, recordNos: readonly string[]) =>
    (await context.visible('CourtCase', 'RECORDS', recordNos, found)).map(({ recordNo }) => recordNo);

  it('are those that may be seen, in the order asked; what casework stated is not fetched again', async () => {
    const context = new CourtInMemory({ known: [courtFacts(), second] });
    expect(await see(context, ['2', 'nobody’s', NO])).toEqual(['2', NO]);
    expect(context.asked).toEqual(['2', 'nobody’s']);
    expect(context.auditRecords).toHaveLength(2);
  });

  it('are decided on what the department says now, where casework only remembered it', async () => {
    const context = new CourtInMemory({ known: [courtFacts({ sealed: true })] });
    const findings = { ...HANDLED, records: [courtFacts({ live: false })] };
    expect(await context.visible('CourtCase', 'RECORDS', [NO], { caseUid: 'ZF-1', findings, grants: [] })).toEqual([]);
    expect(context.asked).toEqual([NO]);
  });

  it('another department’s facts about a record of the same number are not taken for this one’s', async () => {
    const context = new CourtInMemory({ known: [] });
    const findings = { ...HANDLED, records: [courtFacts({ department: 'POLICE' })] };
    expect(await context.visible('CourtCase', 'RECORDS', [NO], { caseUid: 'ZF-1', findings, grants: [] })).toEqual([]);
  });
});

describe('the findings of casework', () => {
  const failing =
    (system: SystemName): StatementVerifier['verify'] =>
    async () => ({ ...HANDLED, failures: [{ code: 'DEPARTMENT_TIMEOUT', department: 'COURT', system }] });
  const reference = { caseUid: 'ZF-1', statement: 's' };

  it('are asked for with this request, caller and case, once in a request', async () => {
    const asked: unknown[] = [];
    const context = new CourtInMemory({
      verify: async (...given) => {
        asked.push(...given);
        return HANDLED;
      },
    });
    expect(await context.found(reference)).toEqual({ caseUid: 'ZF-1', findings: HANDLED, grants: [] });
    await context.found(reference);
    expect(asked).toEqual(['s', { requestId: 'r-1', subject: 'sub-of-lin', caseUid: 'ZF-1' }]);
    await context.found({ ...reference, caseUid: 'ZF-2' });
    expect(asked).toHaveLength(4);
  });

  it('are of the case that casework states, where the gateway came to it by a record', async () => {
    const context = new CourtInMemory({ verify: async () => ({ ...HANDLED, caseUid: 'ZF-1' }) });
    expect(await context.found({ statement: 's' })).toEqual({ caseUid: 'ZF-1', findings: HANDLED, grants: [] });
  });

  it('this system is not asked again where it has failed already, another’s failure is none of its', async () => {
    await expect(new CourtInMemory({ verify: failing('12368') }).found(reference)).rejects.toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
      department: 'COURT',
    });
    const { findings } = await new CourtInMemory({ verify: failing('legal-aid') }).found(reference);
    expect(findings.records).toHaveLength(1);
  });
});

it('a person is named by the number, and without one by the record', () => {
  const context = new CourtInMemory();
  const number = '379999198506120130';
  const named = [
    context.personUid(number, '1', 'a'),
    context.personUid(number, '2', 'b'),
    context.personUid(null, '1', 'a'),
    context.personUid(null, '1', 'b'),
    context.personUid(null, '2', 'a'),
  ];
  expect(named[0]).toBe(named[1]);
  expect(new Set(named).size).toBe(4);
  for (const each of named) expect(each).toMatch(/^P-[\w-]{43}$/);
});

describe('what only casework may ask', () => {
  it('casework may', () => {
    const asked = new CourtInMemory({ envelope: { ...LIN, signer: 'casework' } });
    expect(() => asked.requireCasework()).not.toThrow();
    expect(asked.auditRecords).toEqual([]);
  });

  it('the gateway may not, and that it tried is on record', () => {
    const asked = new CourtInMemory();
    expect(() => asked.requireCasework()).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(asked.auditRecords).toEqual([expect.objectContaining({ decision: 'deny', rule: 'deny.not-casework' })]);
  });
});
