import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { type EnvelopeContent, SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { bodyHash, createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { loadKey } from '#auth/keys/load.ts';
import { ENVELOPE_KEYS } from '#auth/keys/names.ts';
import { retireKey, rotateKey } from '#auth/keys/rotate.ts';
import { RICH } from '#tests/graph/rich-question.ts';
import { type Answer, as, codesOf, post, tokenOf } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';
import { standIn } from '#tests/harness/stand-in.ts';
import { until } from '#tests/harness/until.ts';

const content: EnvelopeContent = {
  principal: {
    issuer: 'an issuer',
    username: 'somebody',
    subject: 'somebody',
    roles: new Set(['court.judge']),
    agency: 'COURT-379999',
    staffNo: 'FY0001',
    licenceNo: null,
  },
  purpose: 'HANDLE_CASE',
  onlyCase: null,
  requestId: 'a-request',
  operation: null,
};
const body = JSON.stringify({ query: '{ __typename }' });
const keys = () => join(stack().dataDir, 'keys');
const gateway = async () => createEnvelopeMaker('gateway', await loadKey(keys(), 'envelope-gateway'));
const knock = (envelope: string | null, text = body, subgraph: SubgraphName = 'court') =>
  post(text, envelope === null ? {} : { 'x-envelope': envelope }, stack().subgraphUrls[subgraph]);

function expectShut(answer: Answer): void {
  expect({ status: answer.status, codes: codesOf(answer), data: answer.data }).toEqual({
    status: 401,
    codes: ['UNAUTHENTICATED'],
    data: undefined,
  });
}

describe.each(SUBGRAPHS)('the subgraph %s', (subgraph) => {
  it('answers in a fresh envelope of the gateway', async () => {
    const answer = await knock(await (await gateway()).sign(content, subgraph, body), body, subgraph);
    expect({ status: answer.status, data: answer.data }).toEqual({ status: 200, data: { __typename: 'Query' } });
  });

  it('without an envelope: 401', async () => expectShut(await knock(null, body, subgraph)));

  it('a user’s token in place of an envelope: 401', async () => {
    expectShut(await knock(await tokenOf('court.lin'), body, subgraph));
    const answer = await post(
      body,
      { authorization: `Bearer ${await tokenOf('court.lin')}` },
      stack().subgraphUrls[subgraph],
    );
    expectShut(answer);
  });
});

describe('an envelope', () => {
  it('is for one body', async () => {
    const envelope = await (await gateway()).sign(content, 'court', body);
    expectShut(await knock(envelope, JSON.stringify({ query: '{ a: __typename }' })));
  });

  it('is for one subgraph', async () =>
    expectShut(await knock(await (await gateway()).sign(content, 'legal-aid', body))));

  it('is used once', async () => {
    const envelope = await (await gateway()).sign(content, 'court', body);
    expect((await knock(envelope)).status).toBe(200);
    expectShut(await knock(envelope));
  });

  it('cannot be altered', async () => {
    const [head = '', payload = '', signature = ''] = (await (await gateway()).sign(content, 'court', body)).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const altered = Buffer.from(JSON.stringify({ ...claims, staffNo: 'FY0002' })).toString('base64url');
    expectShut(await knock([head, altered, signature].join('.')));
    expectShut(
      await knock([Buffer.from('{"alg":"none","typ":"envelope+jwt"}').toString('base64url'), payload, ''].join('.')),
    );
  });

  it('lives for seconds', async () => {
    const key = await importJWK(await loadKey(keys(), 'envelope-gateway'), 'EdDSA');
    const expired = new SignJWT({ rid: 'r', body: bodyHash(body), roles: [] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'envelope+jwt', kid: 'envelope-gateway' })
      .setIssuer('gateway')
      .setAudience('court')
      .setSubject('s')
      .setIssuedAt('-2m')
      .setExpirationTime('-1m')
      .setJti('expired');
    expectShut(await knock(await expired.sign(key)));
  });

  it('of a foreign key is refused, under the gateway’s name too', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const foreign = { ...(await exportJWK(privateKey)), kid: 'envelope-gateway' };
    expectShut(await knock(await (await createEnvelopeMaker('gateway', foreign)).sign(content, 'court', body)));
  });

  it('of casework cannot speak as the gateway, nor the gateway as casework', async () => {
    const caseworkKey = await loadKey(keys(), 'envelope-casework');
    expectShut(await knock(await (await createEnvelopeMaker('gateway', caseworkKey)).sign(content, 'court', body)));
    const question = JSON.stringify({ ask: 'facts', recordNos: ['（2025）鲁9999刑初999901号'] });
    const calls = await standIn('12368').callsDuring(async () => {
      const envelope = await (await gateway()).sign(content, 'court', question);
      const answer = await post(
        question,
        { 'x-envelope': envelope },
        new URL('/owner', stack().subgraphUrls.court).href,
      );
      expect({ text: JSON.parse(answer.text).answer ?? null, codes: codesOf(answer) }).toEqual({
        text: null,
        codes: ['FORBIDDEN'],
      });
    });
    expect(calls).toEqual({});
  });
});

describe('a reference is no permission', () => {
  const entity = (representation: Record<string, unknown>, fields: string) =>
    JSON.stringify({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`,
      variables: { r: [representation] },
    });
  const askAs = async (staffNo: string, text: string, subgraph: 'court' | 'legal-aid') =>
    knock(
      await (await gateway()).sign({ ...content, principal: { ...content.principal, staffNo } }, subgraph, text),
      text,
      subgraph,
    );

  it('a court case reached as an entity is decided again', async () => {
    const text = entity(
      { __typename: 'CourtCase', courtCaseNo: '（2025）鲁9999刑初999901号' },
      '... on CourtCase { status }',
    );
    expect((await askAs('FY0001', text, 'court')).data).toEqual({ _entities: [{ status: 'SCHEDULED' }] });
    expect((await askAs('FY0002', text, 'court')).data).toEqual({ _entities: [null] });
  });

  it('a case with a forged statement opens nothing', async () => {
    const text = entity(
      {
        __typename: 'Case',
        caseUid: 'ZF-2025-000001',
        linkedNumbers: ['LEGAL_AID_ID LA-2025-000001'],
        statement: 'e30.e30.e30',
      },
      '... on Case { legalAidCases { status } }',
    );
    expect((await askAs('FY0001', text, 'legal-aid')).data).toEqual({ _entities: [{ legalAidCases: [] }] });
  });
});

it('keys are rotated while all goes on: new ones are taken up, former ones refused once they are retired', async () => {
  const asked = async () => {
    const { data, errors } = await as('court.lin').ask(RICH);
    expect(errors).toEqual([]);
    return data;
  };
  const former = await gateway();
  const whole = await asked();
  const before: string[] = [];
  for (const name of ENVELOPE_KEYS) before.push((await rotateKey(keys(), name)).before);
  expect(await asked()).toEqual(whole);
  // Who signs looks at his file once a second.
  await sleep(1100);
  expect(await asked()).toEqual(whole);
  for (const kid of before) await retireKey(keys(), kid);
  expect(await asked()).toEqual(whole);
  await until(async () => (await knock(await former.sign(content, 'court', body))).status === 401);
  expect((await knock(await (await gateway()).sign(content, 'court', body))).status).toBe(200);
});
