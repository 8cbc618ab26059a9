import { factsAbout } from '#auth/decisions/facts.ts';
import { holdersOf } from '#auth/decisions/rules.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import { factsFor, user } from '#auth/decisions/world.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';

/** A user of the demo, as casework or the gateway vouches for them. */
export function asker(name: string, override: Partial<VerifiedEnvelope> = {}): VerifiedEnvelope {
  return { signer: 'casework', ...user(name), onlyCase: null, requestId: 'r-1', operation: null, ...override };
}

/** What casework found of a case of the demo for this user. @param ownPartyKeys the user's own parties, in every department's records */
export function foundFor(name: string, caseNo: number, ownPartyKeys: readonly string[] = []): Findings {
  const { stage, records } = factsFor(name, caseNo);
  const holders = holdersOf(user(name).principal);
  return {
    stage,
    records: records.map((facts) => factsAbout(holders, facts)),
    ownPartyKeys,
    failures: [],
    grants: null,
  };
}
