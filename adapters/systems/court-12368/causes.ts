import { openCode } from '#adapters/systems/codes.ts';
import { CAUSE_SCHEME, CAUSES } from '#adapters/systems/court-12368/codes.ts';
import { heldOn } from '#schema/codes/code-list.ts';
import { CIVIL_CAUSES } from '#schema/codes/lists/civil-causes.ts';
import { CRIMINAL_CAUSES } from '#schema/codes/lists/criminal-causes.ts';
import type { Code } from '#schema/codes.ts';

const LISTS = [CRIMINAL_CAUSES, CIVIL_CAUSES];

/**
 * A cause (案由) by the graph's lists, under the number that it had when the case was docketed: each revision of the civil one numbers anew.
 * One that they have not on that day stays a code of the court's own list.
 * @param local AY @param docketedOn LegalDate; `null` while the case is not docketed
 */
export function causeOf(local: string, docketedOn: string | null): Code {
  const name = CAUSES.get(local);
  const listed = LISTS.flatMap(({ entries }) => entries).find(
    (entry) => entry.name === name && docketedOn !== null && heldOn(entry, docketedOn),
  );
  return listed
    ? { scheme: listed.scheme, code: listed.code, name: listed.name }
    : openCode(CAUSE_SCHEME, local, CAUSES);
}
