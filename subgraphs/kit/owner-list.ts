import type { Facet } from '#auth/decisions/views.ts';
import type { DecisionDetail } from '#subgraphs/kit/context.ts';
import type { OwnerContext, VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import type { OwnerList } from '#subgraphs/kit/owner-source.ts';

/** A list of an owner's, made of the rows of each record that the caller may see; `rowsOf` leaves out those about parties that the caller may not. */
export function ownerList<Row, Context extends OwnerContext>(
  subject: string,
  facet: Facet,
  rowsOf: (visible: VisibleRecord, context: Context) => Promise<readonly Row[]>,
  detail: DecisionDetail = {},
): OwnerList<Row, Context> {
  return async (recordNos, found, context) => {
    const visible = await context.visible(subject, facet, recordNos, found, detail);
    return (await Promise.all(visible.map((each) => rowsOf(each, context)))).flat();
  };
}
