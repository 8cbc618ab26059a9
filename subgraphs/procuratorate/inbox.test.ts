import { describe, expect, it } from '@jest/globals';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { asker } from '#subgraphs/kit/asker.fixture.ts';
import type { InboxPage } from '#subgraphs/kit/owner-source.ts';
import { type InMemory, procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  factsOf,
  type Kept,
  OFFICE,
  PACKAGE_13,
  POLICE,
  RECORDS,
  transfer,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

const INTAKE = asker('proc.intake');
const EVERYTHING: InboxPage = { kind: null, status: null, first: 50, after: null };
const keyOf = (serial: number) => `YS20250616-${String(serial).padStart(4, '0')}`;

/** A package in the inbox of proc.intake's office. */
function waiting(serial: number, facts: Partial<Kept['facts']> = {}, override: Partial<TransferRecord> = {}): Kept {
  const recordNo = keyOf(serial) as RecordNo;
  const assignments = [{ staffNo: 'JC0003', function: 'CASE_MANAGER' as const }];
  return {
    facts: factsOf(recordNo, { assignments, ...facts }),
    ...{ parties: [], documents: [], linkedNumbers: [] },
    transfers: [transfer(recordNo, { status: 'DELIVERED', ...override })],
  };
}

async function inbox(content: InMemory, page: Partial<InboxPage> = {}, envelope: VerifiedEnvelope = INTAKE) {
  const system = procuratorate(content);
  const asked = request(system, envelope);
  const rows = await asked.askOwner({ ask: 'inbox', ...EVERYTHING, ...page });
  return { rows, keys: rows.map(({ recordNo }) => recordNo), calls: system.calls, rules: asked.rules() };
}

it('the one package of the demo: case 13, with its gap (WORLD 4.1)', async () => {
  const { rows, calls, rules } = await inbox({ records: RECORDS });
  expect(rows).toEqual([
    {
      recordNo: PACKAGE_13,
      transfer: {
        ...{ transferUid: `12309:${PACKAGE_13}`, kind: 'PROSECUTION_REFERRAL', status: 'DELIVERED', round: null },
        ...{ from: POLICE, to: OFFICE, replaces: null },
        sentAt: '2025-06-16T08:30:00+08:00',
        receivedAt: '2025-06-16T08:40:00+08:00',
        partyKeys: [`${PACKAGE_13}#1`],
        documents: [expect.objectContaining({ documentUid: 'police:WS379999202504001301', issuer: POLICE })],
        checklist: [{ code: '05', label: '随案移送清单', required: true, present: false, note: '未见清单' }],
      },
    },
  ]);
  expect(calls).toEqual([`inbox ${OFFICE}`, 'facts 1']);
  expect(rules).toEqual(['Transfer permit permit.case-manager']);
});

it.each([1, 20, 50, 100])('%i packages cost one call, and one for the facts of each full list of 50', async (count) => {
  const records = Array.from({ length: count }, (_, index) => waiting(index));
  const { rows, calls } = await inbox({ records }, { first: 100 });
  expect(rows).toHaveLength(count);
  expect(calls).toEqual([
    `inbox ${OFFICE}`,
    ...Array.from({ length: Math.ceil(count / 50) }, () => expect.stringMatching(/^facts \d+$/)),
  ]);
});

it('of one kind, or in one state, where that is asked', async () => {
  const records = [
    waiting(1),
    waiting(2, {}, { kind: 'ARREST_REQUEST' }),
    waiting(3, {}, { status: 'AWAITING_SUPPLEMENT' }),
  ];
  expect((await inbox({ records }, { kind: 'ARREST_REQUEST' })).keys).toEqual([keyOf(2)]);
  const awaiting = await inbox({ records }, { status: 'AWAITING_SUPPLEMENT' });
  expect({ keys: awaiting.keys, calls: awaiting.calls }).toEqual({
    keys: [keyOf(3)],
    calls: [`inbox ${OFFICE}`, 'facts 1'],
  });
});

describe('pages', () => {
  const records = [5, 4, 3, 2, 1, 0].map((serial) => waiting(serial, { labelled: serial === 1 || serial === 2 }));

  it('are by key, and filled behind rows that are not shown', async () => {
    const { keys, calls } = await inbox({ records }, { first: 3 });
    expect(keys).toEqual([keyOf(0), keyOf(3), keyOf(4)]);
    expect(calls).toEqual([`inbox ${OFFICE}`, 'facts 3', 'facts 2']);
  });

  it('go on behind a row, and end', async () => {
    expect((await inbox({ records }, { first: 3, after: `12309:${keyOf(4)}` })).keys).toEqual([keyOf(5)]);
  });
});

it.each<[string, Kept, string]>([
  ['labelled', waiting(1, { labelled: true }), 'deny.secrecy-label'],
  ['sealed', waiting(1, { sealed: true }), 'deny.sealed'],
  ['of an office that names other case managers', waiting(1, { assignments: [] }), 'deny.not-handler-of-case'],
])('what is %s is not shown', async (_what, record, rule) => {
  const { rows, rules } = await inbox({ records: [record] });
  expect({ rows, rules }).toEqual({ rows: [], rules: [`Transfer deny ${rule}`] });
});

it('what came to another office is not even asked for', async () => {
  const { rows, rules } = await inbox({ records: [waiting(1, { agencyCode: 'PROC-439999' })] });
  expect({ rows, rules }).toEqual({ rows: [], rules: [] });
});

it('within x-case nothing is shown here: casework asks by the case', async () => {
  const { rows, rules } = await inbox({}, {}, asker('proc.intake', { onlyCase: 'ZF-2025-000013' }));
  expect({ rows, rules }).toEqual({ rows: [], rules: ['Transfer deny deny.other-case'] });
});

describe('who may ask', () => {
  const nobody = { ...INTAKE, principal: { ...INTAKE.principal, agency: null } };
  it.each<[string, VerifiedEnvelope, string]>([
    ['a prosecutor', asker('proc.li'), 'FORBIDDEN'],
    ['the hotline of the same office', asker('proc.12309'), 'FORBIDDEN'],
    ['an investigator', asker('police.zhao'), 'FORBIDDEN'],
    ['a case manager without a purpose', asker('proc.intake', { purpose: null }), 'PURPOSE_REQUIRED'],
    ['a case manager of no office', nobody, 'FORBIDDEN'],
    ['the gateway', asker('proc.intake', { signer: 'gateway' }), 'FORBIDDEN'],
  ])('not %s', async (_who, envelope, code) => {
    const system = procuratorate();
    await expect(request(system, envelope).askOwner({ ask: 'inbox', ...EVERYTHING })).rejects.toMatchObject({ code });
    expect(system.calls).toEqual([]);
  });
});

it('a system that fails is the department’s error', async () => {
  const failure = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'PROCURATORATE', system: '12309' });
  await expect(inbox({ failure })).rejects.toBe(failure);
});
