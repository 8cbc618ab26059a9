import type { FiledCounsel } from '#adapters/systems/records/facts.ts';
import { type SystemOwner, UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-rows.ts';
import type { OwnerList } from '#subgraphs/kit/owner-source.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

const INCOMPLETE = new UnreadableField('power of attorney', 'lacks the name or the day');

/**
 * The powers of attorney (委托手续) that are filed with a department which has them among its facts for decisions: nothing more is asked for them.
 * @throws DepartmentError DEPARTMENT_DATA_INVALID where one does not say who the lawyer is, or since when
 */
export function filedCounsel<Context extends OwnerContext>(
  owner: SystemOwner,
  counselOf: (recordNo: string, context: Context) => Promise<readonly FiledCounsel[]>,
): OwnerList<OwnerRepresentation, Context> {
  return ownerList('Representation', 'REPRESENTATIONS', async ({ recordNo, mayShowParty }, context) => {
    const filed = await counselOf(recordNo, context);
    return filed
      .filter((counsel) => mayShowParty(partyKeyIn(recordNo, counsel.partyKey)))
      .map(({ partyKey: key, licenceNo, name, from }) => {
        if (name === null || from === null)
          throw new DepartmentError('DEPARTMENT_DATA_INVALID', { ...owner, cause: INCOMPLETE });
        const partyKey = partyKeyIn(recordNo, key);
        return { partyKey, kind: 'RETAINED', licenceNo, lawyerName: name, from, to: null, letterNumber: null };
      });
  });
}
