import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '#adapters/systems/legal-aid/refusals.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError, GraphError } from '#schema/errors/graph-error.ts';
import { auditInMemory } from '#subgraphs/kit/kit.fixture.ts';
import {
  CASE_3,
  caseId,
  type InMemory,
  institution,
  JUDGE,
  type Kept,
  kept,
  LAWYER,
  like,
  OTHER_INSTITUTION,
  request,
  SUN,
} from '#subgraphs/legal-aid/legal-aid.fixture.ts';

const mutation = (id: string = CASE_3, licenceNo: string = LAWYER.licenceNo, key = 'k-1', field = 'assignLegalAid') =>
  `${field}: assignLegalAid(legalAidId: "${id}", licenceNo: "${licenceNo}", idempotencyKey: "${key}") { legalAidId status lawyer { licenceNo name } }`;
const assign = (...args: Parameters<typeof mutation>) => `mutation { ${mutation(...args)} }`;
const once = async (cases: InMemory, query = assign(), who: VerifiedEnvelope = SUN) => {
  const system = institution(cases);
  return { ...(await request(system, who).ask(query)), calls: system.calls, requests: system.requests };
};
const refused = (code: string, message: unknown = expect.any(String)) => ({
  data: { assignLegalAid: null },
  errors: [expect.objectContaining({ message, extensions: expect.objectContaining({ code }) })],
});

describe('an assignment', () => {
  it('is decided first, made in the officer’s name, and answered with the case as it was read again', async () => {
    const { data, errors, records, calls, requests } = await once({ cases: [kept()] });
    expect({ data, errors, records, calls }).toEqual({
      data: {
        assignLegalAid: {
          legalAidId: CASE_3,
          status: 'ASSIGNED',
          lawyer: { licenceNo: LAWYER.licenceNo, name: LAWYER.name },
        },
      },
      errors: [],
      records: ['legal-aid.assign permit permit.legal-aid-officer', 'LegalAidCase permit permit.legal-aid-officer'],
      calls: ['facts 1', `assign ${CASE_3}`],
    });
    expect(requests).toEqual([
      {
        legalAidId: CASE_3,
        licenceNo: LAWYER.licenceNo,
        staffNo: 'FA0001',
        idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('is on record before it is made; where it cannot be, it is not made', async () => {
    const { log, records, state } = auditInMemory();
    const system = institution({ cases: [kept()] });
    state.isFull = true;
    expect(await request(system, SUN, {}, log).ask(assign())).toMatchObject(refused('AUDIT_UNAVAILABLE'));
    expect(system.calls).toEqual(['facts 1']);
    state.isFull = false;
    expect((await request(system, SUN, {}, log).ask(assign())).errors).toEqual([]);
    expect(system.requests).toHaveLength(1);
    expect(records.map(({ subject }) => subject)).toEqual(['legal-aid.assign']);
  });

  it('is not answered with a case that was sealed meanwhile', async () => {
    const { data, errors, records } = await once({
      cases: [kept()],
      assign: (_request, before) => ({ ...before, sealed: true }),
    });
    expect({ data, errors }).toEqual({ data: { assignLegalAid: null }, errors: [] });
    expect(records.at(-1)).toBe('LegalAidCase deny deny.sealed');
  });

  it('is what the rest of the request knows of the case', async () => {
    const system = institution({ cases: [kept()] });
    const { ask } = request(system);
    await ask(assign());
    const reference = `[{ __typename: "LegalAidCase", legalAidId: "${CASE_3}" }]`;
    const { data } = await ask(`{ _entities(representations: ${reference}) { ... on LegalAidCase { status } } }`);
    expect(data).toEqual({ _entities: [{ status: 'ASSIGNED' }] });
    expect(system.calls).toEqual(['facts 1', `assign ${CASE_3}`]);
  });
});

describe('the idempotency key that the institution gets', () => {
  const keyOf = async (who: VerifiedEnvelope, key: string) =>
    (await once({ cases: [kept()] }, assign(CASE_3, LAWYER.licenceNo, key), who)).requests[0]?.idempotencyKey;

  it('is the same for the same caller and key, and tells neither', async () => {
    const key = await keyOf(SUN, 'k-1');
    expect(await keyOf(SUN, 'k-1')).toBe(key);
    expect(await keyOf({ ...SUN, requestId: 'r-2' }, 'k-1')).toBe(key);
    expect(key).not.toContain('k-1');
  });

  it.each<[string, VerifiedEnvelope, string]>([
    ['another key', SUN, 'k-2'],
    ['another account', like(SUN, { subject: 'sub-of-another' }), 'k-1'],
    ['the same subject of another issuer', like(SUN, { issuer: 'https://other' }), 'k-1'],
    ['parts that join alike', like(SUN, { subject: 'sub-of-link-' }), '1'],
  ])('is another for %s', async (_what, who, key) => {
    expect(await keyOf(who, key)).not.toBe(await keyOf(SUN, 'k-1'));
  });

  it.each(['公证-1', 'with blanks', 'x'.repeat(200)])(
    'fits the department, whatever a client takes: %s',
    async (key) => {
      expect(await keyOf(SUN, key)).toMatch(/^[0-9a-f]{64}$/);
    },
  );
});

describe('a case that is not the caller’s is one that there is not', () => {
  it('as the institution’s own system says it', async () => {
    const { records, calls, ...answer } = await once({ cases: [] });
    expect(answer).toMatchObject(refused('NOT_FOUND', refusalOf('2001')?.message));
    expect(answer.errors[0]?.extensions).toEqual(refusalOf('2001')?.toExtensions());
    expect({ records, calls }).toEqual({ records: ['legal-aid.assign deny deny.absent'], calls: ['facts 1'] });
  });

  it.each<[string, Partial<Kept>, VerifiedEnvelope, string]>([
    ['of another institution', { agencyCode: OTHER_INSTITUTION }, SUN, 'deny.not-handler-of-case'],
    ['sealed', { sealed: true }, SUN, 'deny.sealed'],
    ['labelled', { labelled: true }, SUN, 'deny.secrecy-label'],
    ['recused from', { recusedStaffNos: ['FA0001'] }, SUN, 'deny.recused'],
    ['not the request’s one case', {}, { ...SUN, onlyCase: 'ZF-2025-000001' }, 'deny.other-case'],
  ])('%s', async (_what, override, who, rule) => {
    const { records, ...answer } = await once({ cases: [kept(override)] }, assign(), who);
    const { records: _ofNone, ...absent } = await once({ cases: [] });
    expect(answer).toEqual(absent);
    expect(records).toEqual([`legal-aid.assign deny ${rule}`]);
  });
});

describe('what the institution’s system refuses passes as it is', () => {
  it.each([
    new GraphError('CONFLICT', { zh: '已指派', en: 'assigned' }),
    new GraphError('BAD_USER_INPUT', { zh: '不在执业', en: 'not practising' }),
    new GraphError('NOT_FOUND', { zh: '没有找到', en: 'not found' }),
    new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'JUSTICE', system: 'legal-aid' }),
  ])('$code', async (failure) => {
    const { data, errors } = await once({
      cases: [kept()],
      assign() {
        throw failure;
      },
    });
    expect({ data, errors }).toEqual({
      data: { assignLegalAid: null },
      errors: [{ message: failure.message, path: ['assignLegalAid'], extensions: failure.toExtensions() }],
    });
  });

  it('and a system that did not answer once is not asked again in the request', async () => {
    const failure = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'JUSTICE', system: 'legal-aid' });
    const system = institution({ cases: [kept(), kept({ legalAidId: caseId(7) })] });
    system.fails(failure);
    const both = `mutation { ${mutation(CASE_3, LAWYER.licenceNo, 'k-1', 'a')} ${mutation(caseId(7), LAWYER.licenceNo, 'k-2', 'b')} }`;
    const { data, errors } = await request(system).ask(both);
    expect(data).toEqual({ a: null, b: null });
    expect(errors.map(({ extensions }) => extensions)).toEqual([failure.toExtensions(), failure.toExtensions()]);
    expect(system.calls).toEqual(['facts 1']);
  });
});

describe('bad input says what is allowed, repeats nothing and asks nobody', () => {
  it.each<[string, string, RegExp]>([
    ['a number that is no key of ours', assign('（2025）虚法援刑字第3号'), /legalAidId 不是有效的.*LA-2025-000001/],
    ['an identity number as licence', assign(CASE_3, '379999197909010177'), /licenceNo 不是有效的.*13799202010999001/],
    ['no idempotency key', assign(CASE_3, LAWYER.licenceNo, ''), /idempotencyKey 应为 1 到 200 个可见字符/],
    ['one of blanks', assign(CASE_3, LAWYER.licenceNo, '  '), /idempotencyKey 应为 1 到 200 个可见字符/],
    ['one without end', assign(CASE_3, LAWYER.licenceNo, '9'.repeat(201)), /idempotencyKey 应为 1 到 200 个可见字符/],
  ])('%s', async (_what, query, sentence) => {
    const { data, errors, calls } = await once({ cases: [kept()] }, query);
    expect({ data, errors, calls }).toEqual({
      ...refused('BAD_USER_INPUT', expect.stringMatching(sentence)),
      calls: [],
    });
    expect(JSON.stringify(errors)).not.toMatch(/379999197909010177|9{201}|第3号/);
  });
});

describe('who may ask', () => {
  it.each<[string, VerifiedEnvelope, string]>([
    ['a judge', JUDGE, 'FORBIDDEN'],
    ['a lawyer', like({ ...SUN, purpose: 'DEFEND' }, { roles: new Set(['lawyer.defence']) }), 'FORBIDDEN'],
    ['an officer without a purpose', { ...SUN, purpose: null }, 'PURPOSE_REQUIRED'],
    ['an officer with another purpose', { ...SUN, purpose: 'HANDLE_CASE' }, 'PURPOSE_REQUIRED'],
  ])('not %s, and the institution is not asked', async (_who, who, code) => {
    const { data, errors, records, calls } = await once({ cases: [kept()] }, assign(), who);
    expect({ data, errors, records, calls }).toEqual({
      ...refused(code),
      data: null,
      records: ['operation deny deny.field-policy'],
      calls: [],
    });
  });

  it('not an officer without a staff number', async () => {
    const { records, calls, ...answer } = await once({ cases: [kept()] }, assign(), like(SUN, { staffNo: null }));
    expect(answer).toMatchObject(refused('FORBIDDEN'));
    expect({ records, calls }).toEqual({ records: ['legal-aid.assign deny deny.default'], calls: [] });
  });
});
