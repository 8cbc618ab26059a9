import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker, type EnvelopeMaker } from '#auth/envelope/sign.ts';
import { createEnvelopeVerifier, type EnvelopeVerifier } from '#auth/envelope/verify.ts';
import { ensureKeys } from '#auth/keys/ensure.ts';
import { watchSigningKey, watchTrustedKeys } from '#auth/keys/live-keys.ts';
import { loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import { keyFile, trustedKeysFile } from '#auth/keys/names.ts';
import { retireKey, rotateKey } from '#auth/keys/rotate.ts';

const NAME = 'envelope-gateway';
const content: EnvelopeContent = {
  principal: {
    issuer: 'i',
    username: 'u',
    subject: 's',
    roles: new Set(),
    agency: null,
    staffNo: null,
    licenceNo: null,
  },
  purpose: null,
  onlyCase: null,
  requestId: 'r-1',
  operation: null,
};

let folder: string;
let gateway: EnvelopeMaker;
let court: EnvelopeVerifier;
let clock: { now: number };
let problems: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotation-'));
  await ensureKeys(folder);
  clock = { now: 0 };
  problems = [];
  const options = { now: () => clock.now, onProblem: (sentence: string) => problems.push(sentence) };
  gateway = await createEnvelopeMaker('gateway', await watchSigningKey(folder, NAME, options));
  court = createEnvelopeVerifier('court', await watchTrustedKeys(folder, options));
});
afterEach(() => rm(folder, { recursive: true }));

/** What runs looks at its files once a second. */
const aSecondLater = () => {
  clock.now += 1000;
};
const seal = () => gateway.sign(content, 'court', '{}');
const kidOf = (envelope: string) =>
  (JSON.parse(Buffer.from(envelope.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
const open = (envelope: string) =>
  court.verify(envelope, '{}').then(
    ({ signer }) => signer,
    ({ code }) => code as string,
  );
const kids = async () => (await loadTrustedKeys(folder)).keys.map(({ kid }) => kid);

describe('a rotated key', () => {
  it('is taken up by who signs and by who verifies, without a restart; the former counts until it is retired', async () => {
    const former = [await seal(), await seal(), await seal()];
    const { now, before } = await rotateKey(folder, NAME);
    expect([now, before]).toEqual([expect.stringMatching(/^envelope-gateway\.\d{8}-[0-9a-f]{8}$/), NAME]);
    expect(await open(former[0] ?? '')).toBe('gateway');

    aSecondLater();
    const later = await seal();
    expect([kidOf(former[0] ?? ''), kidOf(later)]).toEqual([NAME, now]);
    expect([await open(later), await open(former[1] ?? '')]).toEqual(['gateway', 'gateway']);

    await retireKey(folder, NAME);
    aSecondLater();
    expect([await open(await seal()), await open(former[2] ?? '')]).toEqual(['gateway', 'UNAUTHENTICATED']);
    expect(problems).toEqual([]);
  });

  it('is accepted at once by who looked at the file a moment ago', async () => {
    await open(await seal());
    await rotateKey(folder, NAME);
    const another = await createEnvelopeMaker('gateway', await watchSigningKey(folder, NAME));
    expect(await open(await another.sign(content, 'court', '{}'))).toBe('gateway');
  });

  it('can be rotated again, and all run keys keep the list: the newest first', async () => {
    const { now: second } = await rotateKey(folder, NAME);
    const { now: third, before } = await rotateKey(folder, NAME);
    expect(before).toBe(second);
    await ensureKeys(folder);
    expect(await kids()).toEqual([third, 'envelope-casework', 'envelope-access', second, NAME]);
  });

  it('is for its owner only, and written whole', async () => {
    const { now } = await rotateKey(folder, NAME);
    expect((await stat(keyFile(folder, NAME))).mode & 0o777).toBe(0o600);
    expect((await loadKey(folder, NAME)).kid).toBe(now);
    expect(await readFile(trustedKeysFile(folder), 'utf8')).not.toContain('"d"');
  });

  it('of another holder cannot speak for this one', async () => {
    await rotateKey(folder, 'envelope-casework');
    const impostor = await createEnvelopeMaker('gateway', await loadKey(folder, 'envelope-casework'));
    aSecondLater();
    expect(await open(await impostor.sign(content, 'court', '{}'))).toBe('UNAUTHENTICATED');
  });

  it('under a name that only begins alike is nobody’s', async () => {
    const key = { ...(await loadKey(folder, NAME)), kid: 'envelope-gatewayX' };
    const { keys } = await loadTrustedKeys(folder);
    await writeFile(trustedKeysFile(folder), JSON.stringify({ keys: [...keys, { ...keys[0], kid: key.kid }] }));
    aSecondLater();
    expect(await open(await (await createEnvelopeMaker('gateway', key)).sign(content, 'court', '{}'))).toBe(
      'UNAUTHENTICATED',
    );
  });
});

it('two at once are not done at once: none is lost', async () => {
  const [first, second] = await Promise.allSettled([rotateKey(folder, NAME), rotateKey(folder, 'envelope-casework')]);
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  const refused = [first, second].find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ message: expect.stringContaining('rotation.lock') });
  await rotateKey(folder, 'envelope-casework');
  expect(await kids()).toHaveLength(5);
});

describe('retiring', () => {
  it('the key that still signs is refused', async () => {
    await expect(retireKey(folder, NAME)).rejects.toThrow(/仍在签名.*still signs/);
    expect(await kids()).toContain(NAME);
  });

  it('a key that is not there is refused', async () => {
    await expect(retireKey(folder, 'envelope-nobody')).rejects.toThrow(/no trusted key is called envelope-nobody/);
  });
});

describe('a changed file that cannot be read', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a damaged list', () => writeFile(trustedKeysFile(folder), '{')],
    ['an empty list', () => writeFile(trustedKeysFile(folder), '{"keys":[]}')],
    ['no list', () => rm(trustedKeysFile(folder))],
    ['a damaged key', () => writeFile(keyFile(folder, NAME), '{')],
    [
      'a key that others may read',
      async () => {
        await rotateKey(folder, NAME);
        await chmod(keyFile(folder, NAME), 0o644);
      },
    ],
  ])('%s: what was read before counts, and the log is told', async (_what, change) => {
    await change();
    aSecondLater();
    expect(await open(await seal())).toBe('gateway');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join()).not.toMatch(/"d"|"x"/);
  });
});
