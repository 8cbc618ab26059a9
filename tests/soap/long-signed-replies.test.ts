import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createVerification } from '#adapters/soap/security/verification.ts';
import { SOAP_1_1 } from '#adapters/soap/soap-version.ts';
import { another, BODY, sign, system } from '#tests/soap/signing.ts';

const LONG = `<n:list xmlns:n="urn:n">${'<n:row>张拟甲</n:row>'.repeat(5_000)}${BODY}</n:list>`;
const signedBy = (by: typeof system) =>
  sign(`<s:Envelope xmlns:s="${SOAP_1_1.namespace}"><s:Body>${LONG}</s:Body></s:Envelope>`, by);
const verify = createVerification({ certificate: system.certificate }, SOAP_1_1);
const ALWAYS = new AbortController().signal;

/** How often others had their turn until it was over. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  for (; !isOver; turns += 1) await setImmediate();
  return turns;
}

describe('a long reply that is signed', () => {
  it('gives its body, and holds nobody up meanwhile', async () => {
    const text = verify(signedBy(system), ALWAYS);
    expect(await turnsDuring(text)).toBeGreaterThan(100);
    expect((await text).match(/<n:row>张拟甲</g)).toHaveLength(5_000);
  });

  it.each([
    ['another value', signedBy(system).replace('12345', '12346'), 'what was signed is not what came'],
    ['another signer', signedBy(another), 'its signature cannot be checked, or is not theirs'],
    ['half of it', signedBy(system).slice(0, -30), 'the document ends'],
  ])('is refused with %s, in the words of a short one', async (_what, xml, reason) => {
    await expect(verify(xml, ALWAYS)).rejects.toMatchObject({
      name: 'LegacyFailure',
      code: 'DEPARTMENT_DATA_INVALID',
      message: expect.stringContaining(reason),
    });
  });

  it('is given up with the call', async () => {
    const gone = new Error('the client is gone');
    await expect(verify(signedBy(system), AbortSignal.abort(gone))).rejects.toBe(gone);
  });
});
