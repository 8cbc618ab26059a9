import { describe, expect, it } from '@jest/globals';
import type { NotarialCertificateNo } from '#schema/identifiers/kinds.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { NotaryContext } from '#subgraphs/notary/context.ts';
import { ingestedPage } from '#subgraphs/notary/ingest.ts';
import { facts, JUDGE, key, MEANS, NUMBER, OFFICE, OTHER_OFFICE, platform } from '#subgraphs/notary/notary.fixture.ts';
import { createNotarySubgraph } from '#subgraphs/notary/subgraph.ts';

const INGEST = {
  ...JUDGE,
  signer: 'casework',
  principal: { ...JUDGE.principal, roles: new Set(['platform.ingest']) },
} as const;
const scope = () => new RequestScope(INGEST);
const numbered = (serial: number) => `（2025）鲁虚构证民字第${serial}号` as NotarialCertificateNo;

function answer(notary: ReturnType<typeof platform>, question: OwnerQuestion, envelope = INGEST) {
  const subgraph = createNotarySubgraph(notary.system, MEANS);
  const context = subgraph.createContext(envelope, new RequestScope(envelope));
  return subgraph.answerOwner?.(question, context) as Promise<readonly Record<string, unknown>[]>;
}

const stated = {
  department: 'NOTARY',
  agencyCode: `NOTARY-${OFFICE}`,
  recordNo: key(),
  sealed: false,
  labelled: false,
  assignments: [{ holder: 'GZ0001', function: 'NOTARY', partyKey: null }],
  recusedStaffNos: [],
};

it('facts of a list in one call', async () => {
  const notary = platform({ facts: facts() });
  expect(await answer(notary, { ask: 'facts', recordNos: [key(), key(OFFICE, numbered(9))] })).toEqual([stated]);
  expect(notary.calls).toEqual([`facts ${key()},${key(OFFICE, numbered(9))}`]);
});

describe('pages for the registry’s ingest', () => {
  it('hold what links a certificate to a case, and nobody', async () => {
    expect(await answer(platform({ facts: facts() }), { ask: 'page', after: null, limit: 500 })).toEqual([
      {
        recordNo: key(),
        pageKey: `${OFFICE} 1`,
        kind: 'NOTARIAL_CERTIFICATE',
        facts: stated,
        caseUid: null,
        caseKind: null,
        stage: null,
        linkedNumbers: [],
        parties: [],
      },
    ]);
  });

  it('go on behind a record, by the platform’s own keys', async () => {
    const notary = platform(...[3, 1, 2].map((serial) => ({ facts: facts({ number: numbered(serial) }) })));
    const numbers: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const page = await answer(notary, { ask: 'page', after, limit: 2 });
      numbers.push(...page.map(({ recordNo }) => recordNo));
      if (page.length < 2) break;
      after = String(page.at(-1)?.pageKey);
    }
    expect(numbers).toEqual([3, 1, 2].map((serial) => key(OFFICE, numbered(serial))));
    expect(notary.calls).toEqual([`page ${OFFICE} null 2`, `page ${OFFICE} 2 2`]);
  });

  it.each([1, 2, 3, 4])('go on from office to office, %s at a time', async (limit) => {
    const kept = [OFFICE, OFFICE, OTHER_OFFICE].map((officeUscc, index) => ({
      facts: facts({ officeUscc, number: numbered(index + 1) }),
    }));
    const { system } = platform(...kept);
    const context = new NotaryContext(system, { ...MEANS, department: 'NOTARY', system: 'notary' }, INGEST, scope());
    const seen: string[] = [];
    for (let after: string | null = null; seen.length <= kept.length; after = seen.at(-1) ?? null) {
      const page = await ingestedPage(after, limit, context, [OFFICE, OTHER_OFFICE]);
      seen.push(...page.map(({ pageKey }) => String(pageKey)));
      if (page.length < limit) break;
    }
    expect(seen).toEqual([`${OFFICE} 1`, `${OFFICE} 2`, `${OTHER_OFFICE} 1`]);
  });

  it.each([
    ['the gateway', { ...INGEST, signer: 'gateway' as const }],
    ['casework for a user', { ...INGEST, principal: JUDGE.principal }],
  ])('are not for %s', async (_who, envelope) => {
    const notary = platform({ facts: facts({ number: NUMBER }) });
    await expect(
      answer(notary, { ask: 'page', after: null, limit: 1 }, envelope as typeof INGEST),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(notary.calls).toEqual([]);
  });
});
