import { describe, expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import {
  CASE_3,
  caseId,
  found,
  institution,
  JUDGE,
  type Kept,
  kept,
  like,
  OTHER_INSTITUTION,
  request,
  SUN,
} from '#subgraphs/legal-aid/legal-aid.fixture.ts';

const inbox = (args = '(status: RECEIVED)', fields = 'legalAidId') => `{ legalAidInbox${args} { ${fields} } }`;
const many = (count: number) => Array.from({ length: count }, (_, index) => kept({ legalAidId: caseId(index + 1) }));
const shown = (...records: readonly Kept[]) => ({
  legalAidInbox: records.map(({ legalAidId }) => ({ legalAidId })),
});
const permitted = 'LegalAidCase permit permit.legal-aid-officer';

describe('the inbox', () => {
  it('holds the own institution’s cases of the status, each decided and on record', async () => {
    const own = [kept(), kept({ legalAidId: caseId(7) })];
    const system = institution({
      cases: [
        ...own,
        kept({ legalAidId: caseId(8), agencyCode: OTHER_INSTITUTION }),
        kept({ legalAidId: caseId(9), status: 'ASSIGNED' }),
      ],
    });
    expect(await request(system).ask(inbox())).toEqual({
      data: shown(...own),
      errors: [],
      records: [permitted, permitted],
    });
    expect(system.calls).toEqual(['inbox LEGALAID-379999 RECEIVED 50 null']);
  });

  it('shows of 钱拟癸’s notified defence what stands in the notice (WORLD 4.1)', async () => {
    const fields = 'legalAidId ground stage status notifiedAt assignBy notifiedBy { name } lawyer { name }';
    const { data } = await request(institution({ cases: [kept()] })).ask(inbox('(status: RECEIVED)', fields));
    expect(data).toEqual({
      legalAidInbox: [
        {
          legalAidId: CASE_3,
          ground: 'LIFE_OR_DEATH_SENTENCE',
          stage: 'PROSECUTION_REVIEW',
          status: 'RECEIVED',
          notifiedAt: '2025-06-12T10:30:00+08:00',
          assignBy: '2025-06-16',
          notifiedBy: { name: expect.stringContaining('检察院') },
          lawyer: null,
        },
      ],
    });
  });

  it.each<[string, Partial<Kept>, string]>([
    ['sealed', { sealed: true }, 'deny.sealed'],
    ['labelled', { labelled: true }, 'deny.secrecy-label'],
    ['of which the officer is recused', { recusedStaffNos: ['FA0001'] }, 'deny.recused'],
  ])('never holds a record that is %s, whatever the system sends', async (_what, override, rule) => {
    const system = institution({ cases: [kept(), kept({ legalAidId: caseId(7), ...override })] });
    const { data, records } = await request(system).ask(inbox());
    expect({ data, records }).toEqual({ data: shown(kept()), records: [permitted, `LegalAidCase deny ${rule}`] });
  });

  it('holds nothing of other institutions, whatever the system sends', async () => {
    const system = institution({ cases: [] });
    system.system.inbox = async () => [kept({ agencyCode: OTHER_INSTITUTION })];
    expect(await request(system).ask(inbox())).toEqual({
      data: shown(),
      errors: [],
      records: ['LegalAidCase deny deny.not-handler-of-case'],
    });
  });

  it('is empty in a request that is of one case only: which case a row belongs to, it does not say', async () => {
    const { data } = await request(institution({ cases: [kept()] }), { ...SUN, onlyCase: 'ZF-2025-000003' }).ask(
      inbox(),
    );
    expect(data).toEqual(shown());
  });

  it('is asked for once a request, however often the same page is', async () => {
    const system = institution({ cases: [kept()] });
    const { data } = await request(system).ask(`{
      a: legalAidInbox(first: 5) { legalAidId } b: legalAidInbox(first: 5) { legalAidId } c: legalAidInbox(first: 6) { legalAidId } }`);
    expect(Object.values(data ?? {})).toEqual([1, 2, 3].map(() => [{ legalAidId: CASE_3 }]));
    expect(system.calls).toEqual(['inbox LEGALAID-379999 null 5 null', 'inbox LEGALAID-379999 null 6 null']);
  });

  it('has an error for a case that cannot be read, and the others; where none can, the error stands in their place', async () => {
    const system = institution({ cases: [] });
    const failure = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'JUSTICE', system: 'legal-aid' });
    const unreadable = new UnreadableRecord(CASE_3, failure);
    const told = [{ path: ['legalAidInbox'], extensions: { code: 'DEPARTMENT_DATA_INVALID', department: 'JUSTICE' } }];
    system.system.inbox = async () => [unreadable, kept({ legalAidId: caseId(7) })];
    expect(await request(system).ask(inbox())).toMatchObject({
      data: shown(kept({ legalAidId: caseId(7) })),
      errors: told,
    });
    system.system.inbox = async () => [unreadable];
    expect(await request(system).ask(inbox())).toMatchObject({ data: { legalAidInbox: null }, errors: told });
  });

  it('is null with the department’s error where its system fails', async () => {
    const system = institution({ cases: [kept()] });
    const failure = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'JUSTICE', system: 'legal-aid' });
    system.fails(failure);
    expect(await request(system).ask(inbox())).toEqual({
      data: { legalAidInbox: null },
      errors: [expect.objectContaining({ extensions: failure.toExtensions() })],
      records: [],
    });
  });
});

describe('pages', () => {
  it('go on behind a case, by its key, to the end', async () => {
    const [system, all] = [institution({ cases: many(5) }), many(5)];
    const page = async (after: string) => (await request(system).ask(inbox(`(first: 2, after: ${after})`))).data;
    expect(await page('null')).toEqual(shown(...all.slice(0, 2)));
    expect(await page(`"${caseId(2)}"`)).toEqual(shown(...all.slice(2, 4)));
    expect(await page(`"${caseId(4)}"`)).toEqual(shown(...all.slice(4)));
    expect(system.calls).toHaveLength(3);
  });

  it.each([
    ['as long as may be', '(first: 100)', 100],
    ['where no length is asked for', '', 50],
  ])('%s', async (_what, args, length) => {
    const { data } = await request(institution({ cases: many(101) })).ask(inbox(args));
    expect(data).toEqual(shown(...many(length)));
  });

  it.each([
    ['longer', '(first: 101)', /first 应为 1 到 100 /, /1 to 100/],
    ['of none', '(first: 0)', /first 应为 1 到 100 /, /1 to 100/],
    ['of less than none', '(first: -1)', /first 应为 1 到 100 /, /1 to 100/],
    ['behind what is no key', '(after: "379999197909010177")', /after 不是有效的法律援助案件标识/, /LA-2025-000001/],
  ])('%s are bad input, which says what is allowed and asks nobody', async (_what, args, zh, en) => {
    const system = institution({ cases: many(1) });
    const { data, errors } = await request(system).ask(inbox(args));
    expect({ data, errors }).toEqual({
      data: { legalAidInbox: null },
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(zh),
          extensions: { code: 'BAD_USER_INPUT', en: expect.stringMatching(en) },
        }),
      ],
    });
    expect(JSON.stringify(errors)).not.toContain('379999197909010177');
    expect(system.calls).toEqual([]);
  });
});

describe('who may ask', () => {
  it.each<[string, VerifiedEnvelope, string]>([
    ['a judge', JUDGE, 'FORBIDDEN'],
    ['a judge for legal aid', { ...JUDGE, purpose: 'LEGAL_AID' }, 'FORBIDDEN'],
    ['nobody', like(SUN, { roles: new Set() }), 'FORBIDDEN'],
    ['an officer without a purpose', { ...SUN, purpose: null }, 'PURPOSE_REQUIRED'],
    ['an officer with a judge’s purpose', { ...SUN, purpose: 'HANDLE_CASE' }, 'PURPOSE_REQUIRED'],
  ])('not %s, and the institution is not asked', async (_who, envelope, code) => {
    const system = institution({ cases: [kept()] });
    expect(await request(system, envelope).ask(inbox())).toEqual({
      data: null,
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
      records: ['operation deny deny.field-policy'],
    });
    expect(system.calls).toEqual([]);
  });

  it.each<[string, Partial<VerifiedEnvelope['principal']>]>([
    ['of no institution', { agency: null }],
    ['without a staff number', { staffNo: null }],
  ])('not an officer %s, and the institution is not asked', async (_what, override) => {
    const system = institution({ cases: [kept()] });
    expect(await request(system, like(SUN, override)).ask(inbox())).toMatchObject({
      data: { legalAidInbox: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
      records: ['legal-aid.inbox deny deny.default'],
    });
    expect(system.calls).toEqual([]);
  });
});

describe('Q6 costs one call a kind of thing: the inbox, and whoever stands behind its rows', () => {
  it.each([
    [1, ['beneficiaries 1']],
    [20, ['beneficiaries 20']],
    [100, ['beneficiaries 50', 'beneficiaries 50']],
  ])('of %d cases', async (count, lists) => {
    const cases = many(count);
    const uids = cases.map(({ legalAidId }) => legalAidId.replace('LA', 'ZF'));
    const findings = Object.fromEntries(cases.map((each, index) => [uids[index], found([each])]));
    const system = institution({ cases });
    const { ask, askOwner } = request(system, SUN, findings);
    const fields = 'legalAidId ground stage notifiedAt assignBy notifiedBy { name } beneficiary { partyKey }';
    const { data } = await ask(inbox('(status: RECEIVED, first: 100)', fields));
    expect(data?.legalAidInbox).toHaveLength(count);

    const recordNos = cases.map(({ legalAidId }) => legalAidId);
    expect(await askOwner({ ask: 'facts', recordNos })).toHaveLength(count);
    const asked = cases.map(({ legalAidId }, index) => ({
      caseUid: uids[index] ?? '',
      statement: 's',
      recordNos: [legalAidId],
    }));
    const answers = await askOwner({ ask: 'rows', list: 'persons', cases: asked });
    expect(answers).toEqual(
      recordNos.map((partyKey) => ({ rows: [expect.objectContaining({ partyKey, sexCode: '1' })] })),
    );
    expect(system.calls).toEqual(['inbox LEGALAID-379999 RECEIVED 100 null', ...lists]);
  });

  it('and the records of the cases cost none', async () => {
    const system = institution({ cases: [kept()] });
    const { ask } = request(system, SUN, { 'ZF-2025-000003': found([kept()]) });
    await ask(inbox());
    const { data } = await ask(
      `{ _entities(representations: [{ __typename: "LegalAidCase", legalAidId: "${CASE_3}" }]) { ... on LegalAidCase { status } } }`,
    );
    expect(data).toEqual({ _entities: [{ status: 'RECEIVED' }] });
    expect(system.calls).toHaveLength(1);
  });
});
