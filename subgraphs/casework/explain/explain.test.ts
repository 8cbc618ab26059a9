import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import { USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, demoWorld, type World } from '#subgraphs/casework/casework.fixture.ts';
import { answerExplain } from '#subgraphs/casework/explain/explain.ts';
import type { ExplainedAsker, ExplainQuestion, FieldExplanation } from '#subgraphs/casework/explain/question.ts';

function asker(name: string, grants: readonly LiveGrant[] = []): ExplainedAsker {
  const { principal, purpose } = user(name);
  return { ...principal, roles: [...principal.roles], purpose, grants };
}

/** Casework as access asks it. */
function explaining(world: World) {
  const { context, calls } = casework({ ...world, envelope: { ...user('officer.security'), signer: 'access' } });
  const ask = async (askers: readonly ExplainedAsker[], number: string | null, more: Partial<ExplainQuestion> = {}) => {
    const question = {
      askers,
      number,
      fields: ['Case.kind'],
      operation: null,
      at: null,
      permittedOnly: false,
      ...more,
    };
    return (await answerExplain(question, context)).answer;
  };
  return { ask, calls, context };
}

const CASE_1 = demoWorld(1, 'officer.security');
const UID = CASE_1.rows[0].caseUid;
const outcomes = (rows: readonly FieldExplanation[]) => rows.map(({ field, rule, view }) => `${field} ${rule} ${view}`);
const grant = (kind: LiveGrant['kind'], fields: readonly string[] = []): LiveGrant => ({
  ...{ grantUid: `G-${kind}`, kind, caseUid: UID, agency: 'COURT-379999', fields },
  until: '2025-06-16T12:00:00+08:00',
});

describe('who sees what of case 1, and by which rule', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'court.lin',
      ['Case.kind', 'Person.idNumberMasked', 'Hearing.room'],
      ['permit.court-handler WHOLE', 'permit.handler-of-case WHOLE', 'permit.court-handler WHOLE'],
    ],
    [
      'police.wang',
      ['PoliceCase.status', 'Hearing.room', 'LegalDocument.title'],
      ['permit.investigator POLICE', 'deny.not-handler-of-case null', 'permit.handler-of-case POLICE'],
    ],
    [
      'proc.intake',
      ['ArrestReview.status', 'ArrestReview.decisions', 'Person.displayName'],
      ['permit.case-manager INTAKE', 'deny.not-in-view null', 'permit.case-manager INTAKE'],
    ],
    [
      'legalaid.sun',
      ['LegalAidCase.status', 'Case.parties', 'PartyInCase.role'],
      ['permit.legal-aid-officer LEGAL_AID_ONLY', 'deny.not-in-view null', 'permit.legal-aid-officer LEGAL_AID_ONLY'],
    ],
    ['police.zhao', ['Case.kind', 'Person.displayName'], ['deny.not-assigned null', 'deny.not-assigned null']],
    ['coordinator.wu', ['Case.kind', 'Agency.name'], ['fields.denied null', 'fields.denied null']],
    ['lawyer.he', ['Person.idNumber', 'Case.legalAidCases'], ['fields.denied null', 'deny.not-in-view null']],
  ])('%s: %j', async (name, fields, expected) => {
    const rows = await explaining(CASE_1).ask([asker(name)], UID, { fields });
    expect(rows.map(({ rule, view }) => `${rule} ${view}`)).toEqual(expected);
    for (const { allowed, conditions } of rows) expect(conditions.some(([, holds]) => holds === false)).toBe(!allowed);
  });

  it('everybody at once, the permitted only, by one question to each department', async () => {
    const { ask, calls } = explaining(CASE_1);
    const rows = await ask(
      USER_NAMES.map((name) => asker(name)),
      UID,
      { permittedOnly: true },
    );
    expect(rows.map(({ asker: place }) => USER_NAMES[place]).sort()).toEqual([
      'court.clerk',
      'court.lin',
      'detention.ma',
      'lawyer.he',
      'legalaid.sun',
      'police.wang',
      'proc.intake',
      'proc.li',
    ]);
    expect(calls.filter((call) => / facts /.test(call))).toHaveLength(4);
  });

  it('all fields of an operation; a purpose that does not fit', async () => {
    const { ask } = explaining(CASE_1);
    const operation = '{ case(caseUid: "ZF-2025-000099") { kind parties { role } } }';
    const rows = await ask([{ ...asker('police.wang'), purpose: 'DEFEND' }, asker('police.wang')], UID, {
      fields: [],
      operation,
    });
    expect(rows.map(({ asker: place, field, rule }) => `${place} ${field} ${rule}`)).toEqual([
      ...['Query.case', 'Case.kind', 'Case.parties', 'PartyInCase.role'].map((field) => `0 ${field} purpose.required`),
      ...['Query.case', 'Case.kind', 'Case.parties'].map((field) => `1 ${field} permit.investigator`),
      // By the first of the ways to a party that are open.
      '1 PartyInCase.role permit.handler-of-case',
    ]);
  });

  it('without a case: what role and purpose decide alone', async () => {
    const rows = await explaining(CASE_1).ask([asker('court.lin')], null, {
      fields: ['Query.hearingCalendar', 'Query.transferInbox', 'Case.kind'],
    });
    expect(outcomes(rows)).toEqual([
      'Query.hearingCalendar fields.permitted null',
      'Query.transferInbox fields.denied null',
      'Case.kind deny.default null',
    ]);
  });
});

describe('grants', () => {
  const fields = ['Person.idNumber', 'Person.phone'];
  it('count as of the instant that is asked about, for the fields that they name', async () => {
    const held = asker('court.lin', [grant('UNMASK', ['Person.idNumber'])]);
    const at = async (time: string) =>
      (await explaining(CASE_1).ask([held], UID, { fields, at: time })).map(({ rule, grant: by }) => [rule, by]);
    expect(await at('2025-06-16T11:59:59+08:00')).toEqual([
      ['permit.unmask', 'G-UNMASK'],
      ['deny.no-grant', null],
    ]);
    expect(await at('2025-06-16T12:00:00+08:00')).toEqual([
      ['deny.no-grant', null],
      ['deny.no-grant', null],
    ]);
  });

  it('break-glass opens a case of the own agency that is not assigned', async () => {
    const held = asker('court.zhou', [grant('BREAK_GLASS')]);
    const rows = await explaining(CASE_1).ask([held], UID, { at: '2025-06-16T11:00:00+08:00' });
    expect(outcomes(rows)).toEqual(['Case.kind permit.break-glass WHOLE']);
  });
});

describe('absent means absent here too', () => {
  const sealed = { ...CASE_1, rows: [{ ...CASE_1.rows[0], sealed: true }] };
  const sealedAtOwner = { ...CASE_1, facts: { ...CASE_1.facts, '12368': [courtFacts({ sealed: true })] } };
  const labelled = { ...CASE_1, facts: { ...CASE_1.facts, '12368': [courtFacts({ labelled: true })] } };
  it.each<[string, World, string]>([
    ['sealed in the registry', sealed, 'court.lin'],
    ['sealed at an owner', sealedAtOwner, 'police.wang'],
    ['labelled', labelled, 'court.lin'],
    ['somebody else’s', CASE_1, 'court.zhou'],
    ['another agency’s', demoWorld(11, 'officer.security'), 'police.wang'],
    ['a party’s to another case', CASE_1, 'party.zheng'],
  ])('%s: word for word what is said of a number that nobody has, at the same cost', async (_what, world, name) => {
    const uid = world.rows?.[0]?.caseUid ?? UID;
    const [there, nowhere] = [explaining(world), explaining({ ...world, rows: [], facts: {} })];
    const every = { fields: ['Case.kind', 'Person.idNumber', 'Agency.name', 'LegalDocument.title'] };
    expect(await there.ask([asker(name)], uid, every)).toEqual(await nowhere.ask([asker(name)], uid, every));
    const kinds = (calls: readonly string[]) =>
      calls.map((call) => call.replace(/ (ZF-|A\d{22}|虚检|（20|无检|LA-).*$/u, ''));
    expect(kinds(there.calls)).toEqual(kinds(nowhere.calls));
  });

  it('not even the holder of a record check is told of', async () => {
    const checker = { ...asker('court.lin', [grant('RECORD_CHECK')]), purpose: 'RECORD_CHECK' as const };
    const rows = await explaining(sealed).ask([checker], UID, { at: '2025-06-16T11:00:00+08:00' });
    expect(rows).toMatchObject([{ allowed: false, rule: 'deny.not-assigned' }]);
  });

  it('a recusal is told: a record of the case names the officer', async () => {
    const rows = await explaining(demoWorld(9, 'officer.security')).ask([asker('court.lin')], 'ZF-2025-000009');
    expect(outcomes(rows)).toEqual(['Case.kind deny.recused null']);
  });

  it.each([UID, 'ZF-2025-999999'])('a department that fails, case %s: nothing can be said', async (uid) => {
    const down = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'POLICE', system: 'police' });
    const { ask } = explaining({ ...CASE_1, facts: { ...CASE_1.facts, police: down } });
    await expect(ask([asker('court.lin')], uid)).rejects.toThrow(
      expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT' }),
    );
  });
});

describe('who may ask, and what', () => {
  it('access alone', async () => {
    for (const signer of ['gateway', 'casework'] as const) {
      const { context } = casework({ ...CASE_1, envelope: { ...user('officer.security'), signer } });
      await expect(answerExplain({}, context)).rejects.toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
      expect(context.auditRecords).toMatchObject([{ decision: 'deny', rule: 'deny.not-access' }]);
    }
  });

  it('nothing is on record as a look of those who are explained', async () => {
    const { ask, context } = explaining(CASE_1);
    await ask(
      USER_NAMES.map((name) => asker(name)),
      UID,
    );
    expect(context.auditRecords).toEqual([]);
  });

  it.each<[string, Partial<ExplainQuestion>, string]>([
    ['a field that there is not', { fields: ['Case.colour'] }, UID],
    ['a field between subgraphs', { fields: ['Case.statement'] }, UID],
    ['a name that every object has', { fields: ['constructor'] }, UID],
    ['an operation that cannot be read', { fields: [], operation: '{ case(' }, UID],
    ['an operation of another graph', { fields: [], operation: '{ products { price } }' }, UID],
    ['an identity number for a case', {}, '379999198506120130'],
  ])('%s: BAD_USER_INPUT, which repeats nothing', async (_what, more, number) => {
    const refused = explaining(CASE_1).ask([asker('court.lin')], number, more);
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    await expect(refused).rejects.not.toThrow(/379999198506120130|colour|products/);
  });

  it.each(['A3799990000002025030001', '（2025）鲁9999刑初999901号', '虚检刑诉受〔2025〕379999000011号'])(
    'a case is asked for by any of its numbers: %s',
    async (number) => {
      const rows = await explaining(CASE_1).ask([asker('court.lin')], number);
      expect(rows).toMatchObject([{ allowed: true }]);
      expect(CASE.caseUid).toBe(UID);
    },
  );
});
