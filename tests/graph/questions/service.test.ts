import { describe, expect, it } from '@jest/globals';
import { answerTo, askReference } from '#tests/graph/questions/questions.ts';

describe('Q10: where my cases are', () => {
  const FEE = { noticeNo: expect.any(String), amountFen: 1280000, dueOn: '2025-06-20', state: 'UNPAID' };
  const cases = (fees: readonly object[]) => ({
    myCases: [
      {
        caseUid: 'ZF-2025-000005',
        kind: 'CIVIL',
        currentStage: 'FIRST_INSTANCE',
        courtCases: [
          {
            courtCaseNo: '（2025）鲁9999民初999905号',
            status: 'SCHEDULED',
            docketedOn: '2025-06-03',
            trialLimitOn: '2025-12-03',
            panel: [{ displayName: '林拟审', title: '审判员' }],
            hearings: [{ startsAt: '2025-06-26T14:30:00+08:00', room: '第五法庭', open: true }],
            fees,
          },
          mediation('（2025）鲁9999诉前调999915号', 'TERMINATED', '2025-05-06', '2025-06-05'),
        ],
      },
      {
        caseUid: 'ZF-2025-000014',
        kind: 'MEDIATION',
        currentStage: 'ACCEPTANCE',
        courtCases: [mediation('（2025）鲁9999诉前调999914号', 'EFFECTIVE', '2025-05-20', '2025-06-19')],
      },
    ],
  });
  const mediation = (courtCaseNo: string, status: string, docketedOn: string, trialLimitOn: string) => ({
    ...{ courtCaseNo, status, docketedOn, trialLimitOn },
    ...{ panel: [], hearings: [], fees: [] },
  });

  it('the plaintiff: cases 5 and 14, and the fee that is not paid', async () => {
    expect(await askReference('Q10')).toEqual(cases([FEE]));
  });

  it('the defendant: the same cases without the plaintiff’s fee', async () => {
    expect(await askReference('Q10', { user: 'party.hua' })).toEqual(cases([]));
  });
});

describe('Q11: my complaint', () => {
  it('郑拟寅’s is accepted, the next reply due on 2025-06-23', async () => {
    expect(await askReference('Q11')).toEqual({
      ticket: {
        channel: 'PROC_12309',
        kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
        status: 'ACCEPTED',
        submittedAt: '2025-06-16T08:15:00+08:00',
        nextReplyDueOn: '2025-06-23',
        replies: [
          {
            at: '2025-06-16T08:30:00+08:00',
            kind: 'PROCEDURAL',
            text: '来件收悉，已转控告申诉检察部门审查，将于七日内告知处理情况。',
          },
        ],
      },
    });
  });

  it('㛃拟𠮷’s comes character for character over GB18030, its empty date is null', async () => {
    const variables = { t: 'PT12309-2025-000002', code: 'QN3H8V' };
    expect(await askReference('Q11', { variables })).toEqual({
      ticket: {
        channel: 'PROC_12309',
        kind: 'CIVIL_ADMINISTRATIVE_APPEAL',
        status: 'REPLIED_PROCEDURAL',
        submittedAt: '2025-05-20T14:30:00+08:00',
        nextReplyDueOn: null,
        replies: [
          {
            at: '2025-05-26T09:30:00+08:00',
            kind: 'PROCEDURAL',
            text: '\u36C3拟\u{20BB7}：您对(2014)虚民初字第123号判决的申诉材料收悉。',
          },
          {
            at: '2025-06-04T10:10:00+08:00',
            kind: 'PROGRESS',
            text: '\u36C3拟\u{20BB7}：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。',
          },
        ],
      },
    });
  });

  it.each([
    ['a wrong code', 'PT12309-2025-000001', 'QK7M2Y'],
    ['another ticket’s code', 'PT12309-2025-000001', 'QN3H8V'],
    ['a number that does not exist', 'PT12309-2025-999999', 'QK7M2X'],
  ])('%s: null', async (_what, t, code) => {
    expect(await askReference('Q11', { variables: { t, code } })).toEqual({ ticket: null });
  });

  it('华拟卯’s of 12368 too', async () => {
    const variables = { t: 'PT12368-2025-000001', code: 'QR4T9W' };
    expect(await askReference('Q11', { user: 'party.hua', variables })).toMatchObject({
      ticket: { channel: 'COURT_12368', submittedAt: '2025-06-12T10:20:00+08:00', nextReplyDueOn: '2025-06-19' },
    });
  });
});

describe('Q13: a notarial certificate', () => {
  const OFFICE = '32379999FAKE6NTY35';
  const DIGEST = 'sm3:442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721';
  const NOW = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
  const asked = (no: string, d = DIGEST) => askReference('Q13', { variables: { office: OFFICE, no, d } });

  it('certificate 1: valid, the digest matches, the execution certificate not issued', async () => {
    expect(await askReference('Q13')).toEqual({
      verifyNotarialCertificate: {
        state: 'VALID',
        checkedAt: NOW,
        issuedOn: '2025-03-18',
        enforceable: true,
        digestMatches: true,
        executionCertificate: null,
      },
    });
  });

  it('another digest does not match', async () => {
    const { verifyNotarialCertificate } = await asked('（2025）鲁虚构证民字第000001号', `sm3:${'0'.repeat(64)}`);
    expect(verifyNotarialCertificate).toMatchObject({ state: 'VALID', digestMatches: false });
  });

  it('certificate 2: revoked on 2025-05-20, another digest', async () => {
    const number = '（2025）鲁虚构证民字第000002号';
    expect(await asked(number)).toEqual({
      verifyNotarialCertificate: {
        state: 'REVOKED',
        checkedAt: NOW,
        issuedOn: '2025-03-20',
        enforceable: false,
        digestMatches: false,
        executionCertificate: null,
      },
    });
    const query = `{ verifyNotarialCertificate(officeUscc: "${OFFICE}", number: "${number}") { revokedOn digestMatches } }`;
    expect(await answerTo({ query }, { user: 'court.lin', purpose: 'HANDLE_CASE' })).toEqual({
      verifyNotarialCertificate: { revokedOn: '2025-05-20', digestMatches: null },
    });
  });

  it('a number that was never issued is unknown', async () => {
    expect(await asked('（2025）鲁虚构证民字第000999号')).toEqual({
      verifyNotarialCertificate: {
        state: 'UNKNOWN',
        checkedAt: NOW,
        issuedOn: null,
        enforceable: false,
        digestMatches: null,
        executionCertificate: null,
      },
    });
  });
});
