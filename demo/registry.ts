import { createHmac, type KeyObject } from 'node:crypto';
import { opaqueId } from '#auth/opaque-id.ts';
import { CASES, type WorldCase, type WorldParty } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { IdentifierKind } from '#schema/identifiers/identifier-kind.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import { createIngest, type IngestedCase } from '#subgraphs/casework/registry/ingest.ts';
import type { RegistryOptions } from '#subgraphs/casework/registry/postgres-registry.ts';
import type { LinkedNumberKind, RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

const SOURCE = 'demo';

export interface FillOptions extends RegistryOptions {
  /** `opaque-id` of auth/keys: identity numbers are hashed with it and go no further. */
  readonly opaqueIdKey: KeyObject;
}

/** Brings the demo's cases, numbers and parties into the registry. Resolves to false, having written nothing, where they are there already. */
export async function fillRegistry({ opaqueIdKey, ...options }: FillOptions): Promise<boolean> {
  const cases = CASES.map((world) => toIngested(opaqueIdKey, world));
  // Under the encryption key: names that another key encrypted have to be written anew.
  const digest = createHmac('sha256', options.encryptionKey).update(JSON.stringify(cases)).digest('base64url');
  const ingest = await createIngest(options);
  try {
    if ((await ingest.contentOf(SOURCE)) === digest) return false;
    await ingest.ingestCases(SOURCE, cases);
    await ingest.noteContent(SOURCE, digest);
    return true;
  } finally {
    await ingest.close();
  }
}

function toIngested(key: KeyObject, world: WorldCase): IngestedCase {
  const legalAidIds = world.parties.flatMap(({ legalAidId }) => legalAidId ?? []);
  return {
    caseUid: world.caseUid,
    kind: world.kind,
    currentStage: world.stage,
    sealed: false,
    numbers: [
      ...canonical('POLICE_CASE_NO', policeCaseNo, world.policeCaseNos),
      ...canonical('ACCEPTANCE_NO', acceptanceNo, world.acceptanceNos),
      ...canonical('COURT_CASE_NO', courtCaseNo, world.courtCaseNos),
      ...canonical('LEGAL_AID_ID', legalAidId, legalAidIds),
    ],
    parties: world.parties.map((party) => toParty(key, world, party)),
  };
}

function canonical(
  kind: LinkedNumberKind,
  { parse }: IdentifierKind<string>,
  raw: readonly string[],
): RegisteredCase['numbers'] {
  return raw.map((text) => {
    const number = parse(text);
    if (number === null) throw new Error(`demo/world: ${text} is not a ${kind}`);
    return { kind, number };
  });
}

function toParty(key: KeyObject, world: WorldCase, party: WorldParty): RegisteredParty {
  const { name, idNumber } = PEOPLE[party.person];
  const personUid = opaqueId(key, 'P', idNumber);
  const courtRecord = courtCaseNo.parse(world.courtCaseNos[0] ?? '');
  return {
    partyUid: opaqueId(key, 'PT', world.caseUid, personUid, party.role),
    personUid,
    role: party.role,
    legalStatus: party.legalStatus,
    minorAtOffence: party.minorAtOffence,
    protectedIdentity: false,
    displayName: name,
    keys: [
      ...(courtRecord && party.courtPartyKey
        ? [{ system: '12368', key: partyKeyIn(courtRecord, party.courtPartyKey) }]
        : []),
      ...(party.legalAidId ? [{ system: 'legal-aid', key: party.legalAidId }] : []),
    ],
  };
}
