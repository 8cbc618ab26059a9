import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { IngestedCertificate } from '#adapters/systems/notary/port.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { parseDateTime } from '#schema/scalars/date-time.ts';
import type { CertificateRow } from '#simulators/notary/rows.ts';
import { readable } from '#tests/harness/readable.ts';
import { call, rowsWith, start } from '#tests/notary/harness.ts';
import {
  CORRECTED,
  DIGEST,
  ENFORCED,
  EXECUTION,
  key,
  number,
  OFFICE,
  OTHER_OFFICE,
  REVOKED,
  VALID,
} from '#tests/notary/numbers.ts';

const OTHER_DIGEST = `sm3:${'0'.repeat(64)}`;
const NOW = '2025-06-16T09:00:00+08:00';
const settings = { now: () => NOW };

const UNKNOWN = {
  state: 'UNKNOWN',
  checkedAt: NOW,
  issuedOn: null,
  revokedOn: null,
  enforceable: false,
  digestMatches: null,
  executionNumber: null,
};

describe('verify, field by field', () => {
  it('the valid certificate of case 5, with the digest of its document', async () => {
    const { notary } = await start({ settings });
    const document = createHash('sm3').update('zhengfa-demo-certificate-000001').digest('hex');
    expect(`sm3:${document}`).toBe(DIGEST);
    expect(await notary.verify(OFFICE, VALID, DIGEST, call)).toEqual({
      officeUscc: '32379999FAKE6NTY35',
      number: '（2025）鲁虚构证民字第000001号',
      state: 'VALID',
      checkedAt: NOW,
      issuedOn: '2025-03-18',
      revokedOn: null,
      enforceable: true,
      digestMatches: true,
      executionNumber: null,
    });
  });

  it('the revoked certificate of case 5, with another digest', async () => {
    const { notary } = await start({ settings });
    expect(await notary.verify(OFFICE, REVOKED, DIGEST, call)).toEqual({
      officeUscc: '32379999FAKE6NTY35',
      number: '（2025）鲁虚构证民字第000002号',
      state: 'REVOKED',
      checkedAt: NOW,
      issuedOn: '2025-03-20',
      revokedOn: '2025-05-20',
      enforceable: false,
      digestMatches: false,
      executionNumber: null,
    });
  });

  it('one with an execution certificate, whose digest is of another algorithm', async () => {
    const { notary } = await start();
    expect(await notary.verify(OFFICE, ENFORCED, DIGEST, call)).toMatchObject({
      state: 'VALID',
      enforceable: true,
      digestMatches: null,
      executionNumber: EXECUTION,
    });
  });

  it('the execution certificate itself', async () => {
    const { notary } = await start();
    expect(await notary.verify(OFFICE, EXECUTION, null, call)).toMatchObject({ state: 'VALID', enforceable: false });
  });

  it('one that was corrected, and has no digest', async () => {
    const { notary } = await start();
    expect(await notary.verify(OFFICE, CORRECTED, DIGEST, call)).toMatchObject({
      state: 'CORRECTED',
      issuedOn: '2024-04-12',
      revokedOn: null,
      digestMatches: null,
    });
  });

  it('one of an office that writes no category', async () => {
    const { notary } = await start();
    const verified = await notary.verify(OTHER_OFFICE, number('（2025）湘拟设第079522号'), null, call);
    expect(verified).toMatchObject({ state: 'VALID', issuedOn: '2025-02-06' });
  });

  it('a revoked certificate enforces nothing, whatever else is on record', async () => {
    const { notary } = await start({ rows: rowsWith({ zhuangtai: '03', chexiaoRiqi: '2025-06-15' }) });
    expect(await notary.verify(OFFICE, VALID, DIGEST, call)).toMatchObject({
      state: 'REVOKED',
      revokedOn: '2025-06-15',
      enforceable: false,
      digestMatches: true,
    });
  });
});

describe('the digest', () => {
  it.each([
    [DIGEST, true],
    [OTHER_DIGEST, false],
    [null, null],
  ])('%s: %s', async (digest, digestMatches) => {
    const { notary } = await start();
    expect(await notary.verify(OFFICE, VALID, digest, call)).toMatchObject({ digestMatches });
  });
});

describe('a number that the platform does not know', () => {
  it.each([
    ['of no certificate', '（2025）鲁虚构证民字第000003号'],
    ['without its zeros', '（2025）鲁虚构证民字第1号'],
    ['with more zeros', '（2025）鲁虚构证民字第0000001号'],
    ['of another year', '（2024）鲁虚构证民字第000001号'],
    ['of another category', '（2025）鲁虚构证经字第000001号'],
  ])('%s is UNKNOWN, and no error', async (_what, text) => {
    const { notary, logged } = await start({ settings });
    const asked = number(text);
    expect(await notary.verify(OFFICE, asked, DIGEST, call)).toEqual({ officeUscc: OFFICE, number: asked, ...UNKNOWN });
    expect(logged).toEqual([expect.objectContaining({ message: 'soap call answered' })]);
  });

  it('of another office is UNKNOWN', async () => {
    const { notary } = await start({ settings });
    expect(await notary.verify(OTHER_OFFICE, VALID, DIGEST, call)).toMatchObject(UNKNOWN);
  });
});

describe('live', () => {
  it('every question is a call of its own, those at once of one caller too', async () => {
    const { notary, simulator } = await start();
    await notary.verify(OFFICE, VALID, DIGEST, call);
    await notary.verify(OFFICE, VALID, DIGEST, call);
    expect(simulator.calls()).toEqual({ HechaChaxun: 2 });
    await Promise.all([call, call].map((each) => notary.verify(OFFICE, VALID, DIGEST, each)));
    expect(simulator.calls()).toEqual({ HechaChaxun: 4 });
  });

  it('a revocation shows in the next answer', async () => {
    const row: { -readonly [Field in keyof CertificateRow]: CertificateRow[Field] } = { ...oneRow() };
    const { notary } = await start({ rows: [row] });
    expect(await notary.verify(OFFICE, VALID, null, call)).toMatchObject({ state: 'VALID', revokedOn: null });
    row.zhuangtai = '03';
    row.chexiaoRiqi = '2025-06-16';
    expect(await notary.verify(OFFICE, VALID, null, call)).toMatchObject({ state: 'REVOKED', revokedOn: '2025-06-16' });
  });

  it('an answer that does not come is an error, never the last one again', async () => {
    const { notary, simulator } = await start();
    await notary.verify(OFFICE, VALID, null, call);
    await simulator.setFault({ mode: 'down' });
    await expect(notary.verify(OFFICE, VALID, null, call)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
  });

  it('carries the real time in China where no other clock is given', async () => {
    const { notary } = await start();
    const { checkedAt } = await notary.verify(OFFICE, VALID, null, call);
    expect(parseDateTime(checkedAt)).toBe(checkedAt);
  });
});

describe('facts for decisions', () => {
  it('one call for a list; what the platform does not know is not in the map', async () => {
    const { notary, simulator } = await start();
    const asked = [key(ENFORCED), key(VALID), key(number('（2025）鲁虚构证民字第1号')), key(VALID, OTHER_OFFICE)];
    const ordinary = { officeUscc: OFFICE, agencyCode: 'NOTARY-32379999FAKE6NTY35', sealed: false, labelled: false };
    const assignments = [{ staffNo: 'GZ0001', function: 'NOTARY' }];
    expect(await notary.certificateFacts(asked, call)).toEqual(
      new Map([
        [key(ENFORCED), { ...ordinary, number: ENFORCED, assignments, recusedStaffNos: ['GZ0002'] }],
        [key(VALID), { ...ordinary, number: VALID, assignments, recusedStaffNos: [] }],
      ]),
    );
    expect(simulator.calls()).toEqual({ QuanxianChaxun: 1 });
  });

  it('a secret file and a label come through', async () => {
    const { notary } = await start({ rows: rowsWith({ juanzongLeibie: '2', miji: '1' }) });
    expect((await notary.certificateFacts([key(VALID)], call)).get(key(VALID))).toMatchObject({
      sealed: true,
      labelled: true,
    });
  });
});

describe('the page for ingest', () => {
  it('holds an office’s own certificates by key, with the case that they were made for', async () => {
    const { notary } = await start();
    const facts = {
      officeUscc: OFFICE,
      agencyCode: 'NOTARY-32379999FAKE6NTY35',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'GZ0001', function: 'NOTARY' }],
      recusedStaffNos: [],
    };
    const raw = '(2025)鲁9999民初999905号';
    const linkedNumbers = [{ kind: 'COURT_CASE_NO', number: '（2025）鲁9999民初999905号', raw }];
    expect(await notary.page(OFFICE, null, 500, call)).toEqual([
      {
        recordKey: '0037999920240000043',
        ...facts,
        recusedStaffNos: ['GZ0002'],
        number: ENFORCED,
        linkedNumbers: [],
      },
      { recordKey: '0037999920240000044', ...facts, number: CORRECTED, linkedNumbers: [] },
      { recordKey: '0037999920250000001', ...facts, number: VALID, linkedNumbers },
      { recordKey: '0037999920250000002', ...facts, number: REVOKED, linkedNumbers },
      { recordKey: '0037999920250000003', ...facts, number: EXECUTION, linkedNumbers: [] },
    ]);
  });

  it('goes on after a key, whose zeros and last digits count', async () => {
    const { notary, simulator } = await start();
    const numbers: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: IngestedCertificate[] = readable(await notary.page(OFFICE, after, 3, call));
      numbers.push(...page.map((certificate) => certificate.number));
      after = page.at(-1)?.recordKey ?? after;
      more = page.length === 3;
    }
    expect(numbers).toEqual([ENFORCED, CORRECTED, VALID, REVOKED, EXECUTION]);
    expect(simulator.calls()).toEqual({ MuluChaxun: 2 });
    expect(await notary.page(OFFICE, '0037999920250000001', 3, call)).toMatchObject([
      { number: REVOKED },
      { number: EXECUTION },
    ]);
  });

  it('keeps a case number that cannot be read', async () => {
    const { notary } = await start({ rows: rowsWith({ yongyuAnjian: '借款纠纷' }) });
    const page = readable(await notary.page(OFFICE, null, 500, call));
    expect(page.find((certificate) => certificate.number === VALID)?.linkedNumbers).toEqual([
      { kind: 'COURT_CASE_NO', number: null, raw: '借款纠纷' },
    ]);
  });

  it.each([0, 501, 1.5, Number.NaN])('of %s rows is refused', async (limit) => {
    const { notary, simulator } = await start();
    await expect(notary.page(OFFICE, null, limit, call)).rejects.toThrow(RangeError);
    expect(simulator.calls()).toEqual({});
  });
});

it('ping counts by itself', async () => {
  const { notary, simulator } = await start();
  await notary.ping(call);
  expect(simulator.calls()).toEqual({ ShijianChaxun: 1 });
});

it('no applicant leaves through the port, though the platform sends them', async () => {
  const rows = notaryRows();
  const secrets = Object.values(PEOPLE).flatMap(({ name, idNumber, phone }) => [name, idNumber, phone ?? name]);
  const { notary, logged } = await start({ rows });
  const answers = [
    await notary.verify(OFFICE, VALID, DIGEST, call),
    [...(await notary.certificateFacts([key(VALID)], call))],
    await notary.page(OFFICE, null, 500, call),
  ];
  expect(JSON.stringify(rows)).toContain(PEOPLE.zheng.idNumber);
  expect(secrets.filter((secret) => JSON.stringify([answers, logged]).includes(secret))).toEqual([]);
});

function oneRow(): CertificateRow {
  const [row] = notaryRows();
  if (row === undefined) throw new Error('the demo has no certificate');
  return row;
}
