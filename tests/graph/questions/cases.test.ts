import { describe, expect, it } from '@jest/globals';
import { type Asker, answerTo, PARTY_UID } from '#tests/graph/questions/questions.ts';

const handler = (user: string): Asker => ({ user, purpose: 'HANDLE_CASE' });

/** What the caller sees of a case. */
async function caseOf(caseUid: string, fields: string, asker: Asker): Promise<unknown> {
  const { case: found } = await answerTo({ query: `{ case(caseUid: "${caseUid}") { ${fields} } }` }, asker);
  return found;
}

describe('case 8, in old shapes', () => {
  it('comes out right, character for character', async () => {
    const fields = `caseUid kind currentStage
      parties { role legalStatus minorAtOffence person { displayName sexCode idNumberMasked phoneMasked } }
      courtCases { courtCaseNo rawNumber court { agencyCode areaCode } status procedure cause { code } docketedOn trialLimitOn effectiveOn
        precededBy { courtCaseNo } panel { displayName title } clerk { displayName } hearings { startsAt } fees { noticeNo } }
      documents { documentUid } transfers { transferUid } deadlines { code } closedHearingOnly`;
    expect(await caseOf('ZF-2014-000008', fields, handler('court.zhou'))).toEqual({
      caseUid: 'ZF-2014-000008',
      kind: 'CIVIL',
      currentStage: 'CLOSED',
      parties: [
        {
          role: 'PLAINTIFF',
          legalStatus: 'NOT_APPLICABLE',
          minorAtOffence: null,
          // Of fifteen digits the last is odd for men; of the number nothing more is shown.
          person: {
            displayName: '\u36C3拟\u{20BB7}',
            sexCode: '2',
            idNumberMasked: '379********8014',
            phoneMasked: null,
          },
        },
        {
          role: 'DEFENDANT',
          legalStatus: 'NOT_APPLICABLE',
          minorAtOffence: null,
          person: {
            displayName: '鲁拟川',
            sexCode: '1',
            idNumberMasked: '379***********0377',
            phoneMasked: null,
          },
        },
      ],
      courtCases: [
        {
          courtCaseNo: '（2014）虚民初字第123号',
          rawNumber: '(2014)虚民初字第123号',
          // The record says 379998, an area abolished in 2010.
          court: { agencyCode: 'COURT-379999', areaCode: '379999' },
          status: 'EFFECTIVE',
          procedure: null,
          cause: null,
          docketedOn: '2014-03-11',
          trialLimitOn: null,
          effectiveOn: null,
          precededBy: null,
          panel: [{ displayName: '周拟衡', title: '审判员' }],
          clerk: null,
          hearings: [],
          fees: [],
        },
      ],
      documents: [],
      transfers: [],
      deadlines: [],
      closedHearingOnly: null,
    });
  });

  it.each([
    '（2014）虚民初字第123号',
    '(2014)虚民初字第123号',
    '〔２０１４〕虚民初字第１２３号',
    ' (2014) 虚民初字第 123 号 ',
  ])('is found by %j', async (no) => {
    const query = 'query ($no: ID!) { case(courtCaseNo: $no) { caseUid } }';
    const found = await answerTo({ query, variables: { no } }, handler('court.zhou'));
    expect(found).toEqual({ case: { caseUid: 'ZF-2014-000008' } });
  });
});

describe('case 10, joined and appealed', () => {
  const FIRST = '（2025）鲁9999刑初999910号';
  const APPEAL = '（2025）鲁99刑终999920号';

  it.each(['police.zhao', 'proc.li', 'court.zhou'])('%s: both police cases', async (user) => {
    const fields = 'currentStage policeCases { policeCaseNo status acceptedOn }';
    const status = 'TRANSFERRED_FOR_PROSECUTION';
    expect(await caseOf('ZF-2025-000010', fields, handler(user))).toEqual({
      currentStage: 'SECOND_INSTANCE',
      policeCases: [
        { policeCaseNo: 'A3799990000002024110010', status, acceptedOn: '2024-11-18' },
        { policeCaseNo: 'A3799990000002024110011', status, acceptedOn: '2024-11-22' },
      ],
    });
  });

  it('is found by the number of either police case, and each suspect is one person in it', async () => {
    for (const no of ['A3799990000002024110010', 'A3799990000002024110011']) {
      const query = `{ case(policeCaseNo: "${no}") { caseUid parties { partyUid person { displayName } } } }`;
      expect(await answerTo({ query }, handler('police.zhao'))).toEqual({
        case: {
          caseUid: 'ZF-2025-000010',
          parties: [
            { partyUid: PARTY_UID, person: { displayName: '秦拟未' } },
            { partyUid: PARTY_UID, person: { displayName: '尤拟申' } },
          ],
        },
      });
    }
  });

  it('the judge of first instance sees the appeal’s number, status, docketing and what it is against, no more', async () => {
    const fields = `courtCases { courtCaseNo rawNumber status docketedOn precededBy { courtCaseNo status }
      court { agencyCode } procedure cause { code } trialLimitOn effectiveOn panel { displayName } clerk { displayName }
      mediator { displayName } hearings { hearingUid } fees { noticeNo } }`;
    expect(await caseOf('ZF-2025-000010', fields, handler('court.zhou'))).toEqual({
      courtCases: [
        {
          courtCaseNo: FIRST,
          rawNumber: FIRST,
          status: 'APPEALED',
          docketedOn: '2025-02-10',
          precededBy: null,
          court: { agencyCode: 'COURT-379999' },
          procedure: 'ORDINARY',
          cause: { code: '234' },
          trialLimitOn: '2025-04-10',
          effectiveOn: null,
          panel: [{ displayName: '周拟衡' }, { displayName: '方拟议' }, { displayName: '孟拟陪' }],
          clerk: { displayName: '丁拟记' },
          mediator: null,
          hearings: [{ hearingUid: expect.any(String) }, { hearingUid: expect.any(String) }],
          fees: [],
        },
        {
          courtCaseNo: APPEAL,
          rawNumber: APPEAL,
          status: 'DOCKETED',
          docketedOn: '2025-05-06',
          precededBy: { courtCaseNo: FIRST, status: 'APPEALED' },
          ...{ court: null, procedure: null, cause: null, trialLimitOn: null, effectiveOn: null },
          ...{ panel: [], clerk: null, mediator: null, hearings: [], fees: [] },
        },
      ],
    });
  });

  it('was judged on 2025-04-10', async () => {
    const documents = 'documents(code: "FY-02") { number issuedOn issuer { agencyCode } }';
    expect(await caseOf('ZF-2025-000010', documents, handler('court.zhou'))).toEqual({
      documents: [{ number: FIRST, issuedOn: '2025-04-10', issuer: { agencyCode: 'COURT-379999' } }],
    });
  });
});

describe('case 6, with protected identities', () => {
  it.each(['police.wang', 'proc.li'])('%s sees aliases and nothing that tells more', async (user) => {
    const fields = `parties { role protectedIdentity minorAtOffence person { displayName sexCode idNumberMasked phoneMasked }
      currentMeasure { kind } custody { limitTo } representations { kind } }
      documents { title deliveries { to } } deadlines { subject { person { displayName } } }
      transfers { parties { person { displayName } } }`;
    const found = await caseOf('ZF-2025-000006', fields, handler(user));
    const alias = (role: string, displayName: string) => ({
      ...{ role, protectedIdentity: true, minorAtOffence: null },
      person: { displayName, sexCode: null, idNumberMasked: null, phoneMasked: null },
      ...{ currentMeasure: null, custody: null, representations: [] },
    });
    expect(found).toMatchObject({
      parties: [
        { role: 'SUSPECT_OR_DEFENDANT', protectedIdentity: false, person: { displayName: '卫拟戊' } },
        alias('VICTIM', '被害人甲'),
        alias('WITNESS', '证人甲'),
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/拟辰|拟巳|陈某|许某/);
  });

  it('the intake desk sees aliases too, and the suspect’s surname', async () => {
    const fields = 'parties { person { displayName } } transfers { parties { person { displayName } } }';
    const found = await caseOf('ZF-2025-000006', fields, handler('proc.intake'));
    const names = ['卫某某', '被害人甲', '证人甲'].map((displayName) => ({ person: { displayName } }));
    expect(found).toMatchObject({ parties: names });
    expect(JSON.stringify(found)).not.toMatch(/拟/);
  });
});

describe('case 3, returned for the second time', () => {
  it('shows both returns and what came back in between', async () => {
    const fields = `transfers { kind status round from { agencyCode } to { agencyCode } sentAt receivedAt documents { code number } }
      prosecutionReviews { returns { round returnedOn resubmittedOn outline { code number } } }`;
    const police = { agencyCode: 'POLICE-379999' };
    const procuratorate = { agencyCode: 'PROC-379999' };
    const outline = (number: string) => ({ code: 'JC-02', number });
    const found = await caseOf('ZF-2025-000003', fields, handler('police.wang'));
    expect(found).toEqual({
      transfers: [
        expect.objectContaining({ kind: 'PROSECUTION_REFERRAL', status: 'COMPLETED', from: police, to: procuratorate }),
        expect.objectContaining({ kind: 'SUPPLEMENT_RETURN', status: 'COMPLETED', round: 1 }),
        expect.objectContaining({ kind: 'SUPPLEMENT_RESUBMIT', status: 'COMPLETED', round: 1 }),
        {
          ...{ kind: 'SUPPLEMENT_RETURN', status: 'ACCEPTED', round: 2 },
          ...{ from: procuratorate, to: police },
          sentAt: '2025-05-30T09:20:00+08:00',
          receivedAt: '2025-05-30T11:05:00+08:00',
          documents: [outline('虚检补侦〔2025〕5号')],
        },
      ],
      prosecutionReviews: [
        {
          returns: [
            {
              round: 1,
              returnedOn: '2025-03-31',
              resubmittedOn: '2025-04-30',
              outline: outline('虚检补侦〔2025〕2号'),
            },
            { round: 2, returnedOn: '2025-05-30', resubmittedOn: null, outline: outline('虚检补侦〔2025〕5号') },
          ],
        },
      ],
    });
  });
});

describe('case 12, judged and suspended', () => {
  it('effective on 2025-05-27, its person a convict', async () => {
    const fields = `currentStage parties { legalStatus person { displayName } } courtCases { status docketedOn effectiveOn }
      documents(code: "FY-02") { issuedOn deliveries { to servedAt } }`;
    expect(await caseOf('ZF-2025-000012', fields, handler('court.zhou'))).toEqual({
      currentStage: 'EXECUTION',
      parties: [{ legalStatus: 'CONVICT', person: { displayName: '沈拟酉' } }],
      courtCases: [{ status: 'EFFECTIVE', docketedOn: '2025-04-01', effectiveOn: '2025-05-27' }],
      documents: [
        {
          issuedOn: '2025-05-15',
          deliveries: [
            { to: '沈拟酉', servedAt: '2025-05-15T11:00:00+08:00' },
            { to: '虚构县人民检察院', servedAt: '2025-05-15T14:30:00+08:00' },
          ],
        },
      ],
    });
  });
});

describe('case 13, come in today with a gap', () => {
  it.each(['proc.intake', 'police.zhao'])('%s: the list that goes with the case is missing', async (user) => {
    const fields = `transfers { kind status from { agencyCode } to { agencyCode } receivedAt checklist { label required present }
      documents { code signatureValid } } arrestReviews { acceptanceNo } prosecutionReviews { acceptanceNo }`;
    const item = (label: string, present = true) => ({ label, required: true, present });
    expect(await caseOf('ZF-2025-000013', fields, handler(user))).toEqual({
      transfers: [
        {
          kind: 'PROSECUTION_REFERRAL',
          status: 'DELIVERED',
          from: { agencyCode: 'POLICE-379999' },
          to: { agencyCode: 'PROC-379999' },
          receivedAt: '2025-06-16T08:40:00+08:00',
          checklist: [item('起诉意见书'), item('诉讼卷宗'), item('证据材料'), item('随案移送清单', false)],
          documents: [{ code: 'GA-09', signatureValid: true }],
        },
      ],
      arrestReviews: [],
      prosecutionReviews: [],
    });
  });
});

describe('case 14, a mediation that agreed', () => {
  const fields = `kind parties { role person { displayName } } courtCases { courtCaseNo status docketedOn mediator { displayName } }
    documents { code title issuedOn }`;
  const courtCases = [
    {
      courtCaseNo: '（2025）鲁9999诉前调999914号',
      status: 'EFFECTIVE',
      docketedOn: '2025-05-20',
      mediator: { displayName: '高拟和' },
    },
  ];

  it.each(['party.zheng', 'party.hua'])(
    '%s: between 郑拟寅 and 华拟卯, by an agreement of 2025-06-05',
    async (user) => {
      expect(await caseOf('ZF-2025-000014', fields, { user, purpose: 'SERVE_PARTY' })).toEqual({
        kind: 'MEDIATION',
        parties: [
          { role: 'APPLICANT', person: { displayName: '郑拟寅' } },
          { role: 'RESPONDENT', person: { displayName: '华拟卯' } },
        ],
        courtCases,
        documents: [{ code: 'SF-04', title: '人民调解协议书', issuedOn: '2025-06-05' }],
      });
    },
  );

  it('its mediator sees the mediation', async () => {
    expect(await caseOf('ZF-2025-000014', fields, { user: 'mediator.gao', purpose: 'SERVE_PARTY' })).toEqual({
      kind: 'MEDIATION',
      parties: [],
      courtCases,
      documents: [],
    });
  });
});
