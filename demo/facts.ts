/**
 * Takes over what the owners' systems say for decisions about the demo's cases, as ingest does, so that the registry remembers it when a
 * department fails before anybody has asked (WORLD 3). Ends when done; started by the launcher.
 */
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { createLegalAidSystem } from '#adapters/systems/legal-aid/system.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { loadKey } from '#auth/keys/load.ts';
import { CASES } from '#demo/world/cases.ts';
import type { CourtCaseNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import type { LinkedNumberKind } from '#subgraphs/casework/registry/registry.ts';
import { courtFactsOf } from '#subgraphs/court/context.ts';
import { factsOf } from '#subgraphs/legal-aid/context.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';

const settings = readSubgraphSettings(process.env);
const registry = await createRegistry({
  databaseUrl: settings.databaseUrl(),
  encryptionKey: await loadKey(settings.keysDir, 'registry-encryption'),
});
const court = await createCourtSystem(settings.court12368());
const legalAid = createLegalAidSystem(settings.legalAid());
const call = { requestId: 'demo-facts' };
try {
  const cases = await registry.casesByNumbers(
    'CASE_UID',
    CASES.map(({ caseUid }) => caseUid),
  );
  const numbers = (kind: LinkedNumberKind) =>
    [...cases.values()].flatMap((each) =>
      each.numbers.filter((number) => number.kind === kind).map(({ number }) => number),
    );
  const [courtFacts, legalAidFacts] = await Promise.all([
    court.caseFacts(numbers('COURT_CASE_NO') as CourtCaseNo[], call),
    legalAid.caseFacts(numbers('LEGAL_AID_ID') as LegalAidId[], call),
  ]);
  const facts = [...[...courtFacts.values()].map(courtFactsOf), ...[...legalAidFacts.values()].map(factsOf)];
  for (const [caseUid, { numbers: own }] of cases) {
    const known: KnownFacts[] = facts
      .filter(({ recordNo }) => own.some(({ number }) => number === recordNo))
      .map((each) => ({ ...each, live: true }));
    await registry.saveFacts(caseUid, known);
  }
} finally {
  await Promise.all([court.close(), legalAid.close(), registry.close()]);
}
