import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_CERTIFICATE } from '#adapters/systems/notary/port.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { NotarialCertificateNo } from '#schema/identifiers/kinds.ts';
import {
  ask,
  asker,
  CHECKED_AT,
  DIGEST,
  facts,
  JUDGE,
  type Kept,
  key,
  NOTARY,
  NUMBER,
  OFFICE,
  OTHER_OFFICE,
  platform,
} from '#subgraphs/notary/notary.fixture.ts';

const ALL =
  'officeUscc number state checkedAt issuedOn revokedOn enforceable digestMatches executionCertificate { number state }';
const question = (office: string = OFFICE, number: string = NUMBER, digest = '') =>
  `{ verifyNotarialCertificate(officeUscc: "${office}", number: "${number}"${digest && `, digest: "${digest}"`}) { ${ALL} } }`;
const late = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'NOTARY', system: 'notary' });
const unreadable = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'NOTARY', system: 'notary' });
const permitted = {
  subject: 'NotarialCertificate',
  case: null,
  decision: 'permit',
  rule: 'permit.certificate-verifier',
};
const denied = (rule: string) => ({ ...permitted, decision: 'deny', rule });

describe('a certificate', () => {
  it('is answered as its office states it, and the look is on record', async () => {
    const notary = platform({
      facts: facts(),
      stated: {
        state: 'REVOKED',
        issuedOn: '2025-03-20',
        revokedOn: '2025-05-20',
        enforceable: false,
        digestMatches: null,
        executionNumber: null,
      },
    });
    expect(await ask(notary, question(OFFICE, NUMBER, DIGEST))).toEqual({
      data: {
        verifyNotarialCertificate: {
          officeUscc: OFFICE,
          number: NUMBER,
          state: 'REVOKED',
          checkedAt: CHECKED_AT,
          issuedOn: '2025-03-20',
          revokedOn: '2025-05-20',
          enforceable: false,
          digestMatches: true,
          executionCertificate: null,
        },
      },
      errors: [],
      records: [permitted],
    });
    expect(notary.calls).toEqual([`facts ${key()}`, `verify ${key()} ${DIGEST}`]);
  });

  it('is asked anew by each field, however often and whatever was answered before', async () => {
    const notary = platform({ facts: facts() });
    const one = `verifyNotarialCertificate(officeUscc: "${OFFICE}", number: "${NUMBER}") { state }`;
    const { data, records } = await ask(notary, `{ a: ${one} b: ${one} c: ${one} }`);
    expect(data).toEqual({ a: { state: 'VALID' }, b: { state: 'VALID' }, c: { state: 'VALID' } });
    expect(notary.calls.filter((call) => call.startsWith('facts'))).toHaveLength(3);
    expect(notary.calls.filter((call) => call.startsWith('verify'))).toHaveLength(3);
    expect(records).toEqual([permitted, permitted, permitted]);
  });

  it('names its execution certificate, at which one may look as at any other', async () => {
    const execution = '（2025）鲁虚构证执字第0007号' as NotarialCertificateNo;
    const stated = { ...UNKNOWN_CERTIFICATE, state: 'VALID', executionNumber: execution } as const;
    const revoked = { ...UNKNOWN_CERTIFICATE, state: 'REVOKED' } as const;
    const notary = platform({ facts: facts(), stated }, { facts: facts({ number: execution }), stated: revoked });
    const { data, records } = await ask(notary, question());
    expect(data).toMatchObject({
      verifyNotarialCertificate: { state: 'VALID', executionCertificate: { number: execution, state: 'REVOKED' } },
    });
    expect(notary.calls).toEqual(
      [key(), key(OFFICE, execution)].flatMap((each) => [`facts ${each}`, `verify ${each} null`]),
    );
    expect(records).toEqual([permitted, permitted]);
    const sealed = platform({ facts: facts(), stated }, { facts: facts({ number: execution, sealed: true }) });
    expect(await ask(sealed, question())).toMatchObject({
      data: { verifyNotarialCertificate: { executionCertificate: { number: execution, state: 'UNKNOWN' } } },
      records: [permitted, denied('deny.sealed')],
    });
  });

  it('is found by a number pasted in another width, with other brackets and spaces', async () => {
    const { data } = await ask(
      platform({ facts: facts() }),
      question(` ${OFFICE.toLowerCase()} `, '(2025)鲁虚构 证民字第０００００１号'),
    );
    expect(data).toMatchObject({ verifyNotarialCertificate: { number: NUMBER, state: 'VALID' } });
  });

  it('to which another subgraph refers is looked at in the same way', async () => {
    const refer = (number: string) =>
      `{ _entities(representations: [{ __typename: "NotarialCertificate", officeUscc: "${OFFICE}", number: "${number}" }]) { ... on NotarialCertificate { state } } }`;
    const notary = platform({ facts: facts() });
    expect(await ask(notary, refer(NUMBER))).toMatchObject({ data: { _entities: [{ state: 'VALID' }] } });
    expect(notary.calls).toEqual([`facts ${key()}`, `verify ${key()} null`]);
    expect((await ask(notary, refer('no number'))).data).toEqual({ _entities: [null] });
  });
});

describe('a certificate that the caller may not be told about is one that does not exist', () => {
  const { executionNumber: executionCertificate, ...unknown } = UNKNOWN_CERTIFICATE;
  const absent = { officeUscc: OFFICE, number: NUMBER, checkedAt: CHECKED_AT, ...unknown, executionCertificate };

  it.each<[string, typeof JUDGE, Kept | null, string]>([
    ['one that there is not', JUDGE, null, 'deny.absent'],
    ['a secret file', JUDGE, { facts: facts({ sealed: true }) }, 'deny.sealed'],
    ['a labelled record', JUDGE, { facts: facts({ labelled: true }) }, 'deny.secrecy-label'],
    ['a notary: a secret file of the own office', NOTARY, { facts: facts({ sealed: true }) }, 'deny.sealed'],
    ['a notary who is recused', NOTARY, { facts: facts({ recusedStaffNos: ['GZ0001'] }) }, 'deny.recused'],
    [
      'a notary of another office',
      asker('notary.notary', 'SERVE_PARTY', { agency: `NOTARY-${OTHER_OFFICE}` }),
      { facts: facts() },
      'deny.other-agency',
    ],
    [
      'a notary of no office',
      asker('notary.notary', 'SERVE_PARTY', { agency: null }),
      { facts: facts() },
      'deny.other-agency',
    ],
    ['a secret file that cannot be read', JUDGE, { facts: facts({ sealed: true }), stated: unreadable }, 'deny.sealed'],
  ])('%s', async (_what, envelope, kept, rule) => {
    const notary = platform(...(kept ? [kept] : []));
    const { data, errors, records } = await ask(notary, question(), { envelope });
    const checkedAt = kept?.stated ? expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/) : CHECKED_AT;
    expect({ data, errors }).toEqual({ data: { verifyNotarialCertificate: { ...absent, checkedAt } }, errors: [] });
    expect(notary.calls).toEqual([`facts ${key()}`, `verify ${key()} null`]);
    expect(records).toEqual([denied(rule)]);
  });

  it.each([facts({ sealed: true }), facts({ labelled: true })])(
    'with a digest that would match, too',
    async (hidden) => {
      const asking = question(OFFICE, NUMBER, DIGEST);
      const [kept, none] = [platform({ facts: hidden }), platform()];
      expect((await ask(kept, asking)).data).toMatchObject({ verifyNotarialCertificate: { digestMatches: null } });
      await ask(none, asking);
      expect(kept.calls).toEqual(none.calls);
    },
  );
});

describe('who may ask', () => {
  it.each([
    ['court.judge', 'HANDLE_CASE'],
    ['court.clerk', 'HANDLE_CASE'],
    ['procuratorate.prosecutor', 'HANDLE_CASE'],
    ['lawyer.defence', 'DEFEND'],
    ['party', 'SERVE_PARTY'],
    ['justice.mediator', 'SERVE_PARTY'],
    ['notary.notary', 'SERVE_PARTY'],
  ] as const)('%s for %s', async (role, purpose) => {
    const { data } = await ask(platform({ facts: facts() }), question(), { envelope: asker(role, purpose) });
    expect(data).toMatchObject({ verifyNotarialCertificate: { state: 'VALID' } });
  });

  it('a notary who is a mediator too, any office’s', async () => {
    const envelope = asker(['notary.notary', 'justice.mediator'], 'SERVE_PARTY', { agency: `NOTARY-${OTHER_OFFICE}` });
    const { data } = await ask(platform({ facts: facts() }), question(), { envelope });
    expect(data).toMatchObject({ verifyNotarialCertificate: { state: 'VALID' } });
  });

  it.each<[string, typeof JUDGE, string]>([
    ['the police', asker('police.investigator', 'HANDLE_CASE'), 'FORBIDDEN'],
    ['a hotline', asker('court.hotline_12368', 'SERVE_PARTY'), 'FORBIDDEN'],
    ['nobody', asker([], 'SERVE_PARTY'), 'FORBIDDEN'],
    ['a judge without a purpose', asker('court.judge', null), 'PURPOSE_REQUIRED'],
    ['a judge with a party’s purpose', asker('court.judge', 'SERVE_PARTY'), 'PURPOSE_REQUIRED'],
  ])('not %s, and the platform is not asked', async (_who, envelope, code) => {
    const notary = platform({ facts: facts() });
    const { data, errors, records } = await ask(notary, question(), { envelope });
    expect({ data, errors, records }).toEqual({
      data: null,
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
      records: [{ ...denied('deny.field-policy'), subject: 'operation' }],
    });
    expect(notary.calls).toEqual([]);
  });
});

describe('a platform that fails', () => {
  it.each([late, unreadable])('is the department’s error, and the look is on record', async (failure) => {
    const notary = platform({ facts: facts() });
    notary.fails(failure);
    const { data, errors, records } = await ask(notary, question());
    expect(data).toEqual({ verifyNotarialCertificate: null });
    expect(errors).toEqual([expect.objectContaining({ extensions: failure.toExtensions() })]);
    expect(records).toEqual([denied('deny.department-failed')]);
  });

  it.each([
    ['a certificate', { facts: facts(), stated: late }, late],
    ['a secret file', { facts: facts({ sealed: true }), stated: late }, late],
    ['a certificate that cannot be read', { facts: facts(), stated: unreadable }, unreadable],
  ])('at the verification of %s, too', async (_what, kept, failure) => {
    const { errors, records } = await ask(platform(kept), question());
    expect(errors).toEqual([expect.objectContaining({ extensions: failure.toExtensions() })]);
    expect(records).toEqual([denied('deny.department-failed')]);
  });
});

describe('bad input says what is allowed, repeats nothing and asks nobody', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'a credit code with a wrong check character',
      question('32379999FAKE6NTY36'),
      '',
      /统一社会信用代码.*32379999FAKE6NTY35/,
    ],
    ['an identity number as office', question('379999198506120130'), '379999198506120130', /统一社会信用代码/],
    [
      'a case number',
      question(OFFICE, '（2025）鲁9999民初999905号'),
      '999905',
      /公证书编号.*（2025）鲁虚构证民字第000001号/,
    ],
    ['nothing', question(OFFICE, ''), '', /公证书编号/],
    ['a digest in upper case', question(OFFICE, NUMBER, `sm3:${'AB'.repeat(32)}`), 'ABAB', /sm3: 加 64 位小写/],
  ])('%s', async (_what, query, value, sentence) => {
    const notary = platform({ facts: facts() });
    const { data, errors } = await ask(notary, query);
    expect(data?.verifyNotarialCertificate ?? null).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(sentence),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
    if (value) expect(JSON.stringify(errors)).not.toContain(value);
    expect(notary.calls).toEqual([]);
  });
});
