import { type ReceiverParts, receive, stateOf } from '#subgraphs/access/audit/receive.ts';
import { heldLog } from '#subgraphs/access/store/audit-log.ts';
import type { OpenDoor } from '#subgraphs/kit/open-door.ts';

/**
 * `POST /audit/<log>` takes what a process sends of its log (`auth/audit/ship.ts`), `GET /audit/<log>` tells how far it has got: `{size, root}`.
 * A refusal has `reason`, and with 409 where to go on.
 */
export function auditDoor(parts: ReceiverParts): OpenDoor {
  return {
    path: '/audit/',
    async answer(log, body) {
      if (body !== null) return receive(parts, log, body);
      return { status: 200, body: stateOf((await heldLog(parts.database, log)).frontier) };
    },
  };
}
