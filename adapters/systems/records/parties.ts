import type { IdentityNumber } from '#adapters/systems/records/identity-number.ts';
import type { Code } from '#schema/codes.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';

/** Of a protected person there is no identity number here. */
interface PersonInCase<Status extends LegalStatus> extends IdentityNumber {
  /** The system's own key of the person in the case (opaque here). */
  readonly partyKey: string;
  readonly role: PartyRole;
  readonly legalStatus: Status;
  /** LegalDate from which on it stands, of a judgment that of its effect; left out where the system does not write it. */
  readonly legalStatusSince?: string;
  /** The name; of a protected person the alias (证人甲), since the name does not leave its owner (CPL 64). */
  readonly displayName: string;
  readonly protectedIdentity: boolean;
  /** `null` where the system does not know. */
  readonly minorAtOffence: boolean | null;
}

/** A party as a subgraph asks for it, which masks what it shows. */
export interface PartyRecord<Status extends LegalStatus = LegalStatus> extends PersonInCase<Status> {
  /** GB/T 2261.1; `null` where the system does not know, and for a protected person. */
  readonly sex: Code | null;
  /** As written; `null` where there is none, and for a protected person. It **never** leaves the owner's process unmasked. */
  readonly phone: string | null;
}

/** A party as the registry's ingest needs it to know a person again. */
export type IngestedParty<Status extends LegalStatus = LegalStatus> = PersonInCase<Status>;
