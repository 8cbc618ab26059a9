import type { AssignedLawyer } from '#adapters/systems/legal-aid/port.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-rows.ts';

/** A lawyer whom the institution assigned to the beneficiary. */
export function representationRow({
  legalAidId,
  kind,
  lawyer,
  from,
  to,
  letterNumber,
}: AssignedLawyer): OwnerRepresentation {
  return {
    partyKey: legalAidId,
    kind,
    licenceNo: lawyer.licenceNo,
    lawyerName: lawyer.name,
    from,
    to,
    letterNumber,
  };
}
