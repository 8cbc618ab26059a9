import type { Logger } from 'pino';
import type { AuditLog } from '#auth/audit/log.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import type { EnvelopeMaker } from '#auth/envelope/sign.ts';
import { holdsPolicy, purposeFits } from '#auth/policies/policies.ts';
import { BoundedCache } from '#auth/tokens/bounded-cache.ts';
import type { Profile } from '#gateway/profiles/profile.ts';
import { onlyCaseOf } from '#gateway/request/headers.ts';
import type { RequestState } from '#gateway/request/state.ts';
import { envelopeHeaders, ownSubgraphFailure } from '#gateway/subrequests/envelope-source.ts';
import { createHttpSource } from '#gateway/subrequests/http-source.ts';
import { LONGEST_PAGE } from '#schema/page-size.ts';
import { createAgent } from '#service/http/post-json.ts';

export interface ZhengfaGraphOptions {
  readonly envelopes: EnvelopeMaker;
  readonly audit: AuditLog;
  /** By what the log names the case of `x-case`, which may be sealed or none at all: the gateway does not know. */
  auditCaseId(caseUid: string): string;
  readonly logger: Logger;
  /** Addresses of the subgraphs; the supergraph's own where one is not named. */
  readonly addresses: Readonly<Partial<Record<SubgraphName, string>>>;
}

/** A session that fell out of the memory is recorded once more at its next request. */
const REMEMBERED_SESSIONS = 10_000;

/** A query code is what proves whose ticket it is. */
const SECRET_ARGUMENTS: ReadonlySet<string> = new Set(['Query.ticket(queryCode:)']);

/** Our own graph: policies by realm role, a purpose for each, signed envelopes to the subgraphs, every decision in the audit log. */
export function createZhengfaGraphProfile({
  envelopes,
  audit,
  auditCaseId,
  logger,
  addresses,
}: ZhengfaGraphOptions): Profile {
  const agent = createAgent();
  const none: ReadonlySet<string> = new Set();
  const sessions = new BoundedCache<true>(REMEMBERED_SESSIONS, Date.now);
  const tellsOf = (state: RequestState) => ({
    ...actorOf(state),
    case: state.onlyCase && auditCaseId(state.onlyCase),
  });
  return {
    rights: (caller) => ({
      authenticated: caller !== null,
      scopes: caller?.scopes ?? none,
      policies: { has: (policy) => caller !== null && holdsPolicy(caller.roles, policy) },
    }),
    purposeFits: (caller, policies, purpose) =>
      caller !== null && [...policies].every((policy) => purposeFits(caller.roles, policy, purpose)),
    onlyCase: onlyCaseOf,
    secretArguments: SECRET_ARGUMENTS,
    longestPage: LONGEST_PAGE,
    connect(name, url) {
      const subgraph = name as SubgraphName;
      return createHttpSource({
        url: addresses[subgraph] ?? url,
        agent,
        vouch: (state, body) => envelopeHeaders(envelopes, subgraph, state, body),
        failure: (code, cause) => ownSubgraphFailure(subgraph, code, cause),
        onFailure: ({ requestId }, cause) =>
          logger.warn({ requestId, subgraph: name, cause: String(cause) }, 'subgraph failed'),
      });
    },
    recordLogin(state, session) {
      const separated = state.caller?.separated === true;
      // Within one session an account may be given roles that may not stand together.
      const remembered = `${session} ${separated}`;
      if (sessions.get(remembered)) return;
      const outcome = separated
        ? ({ decision: 'deny', rule: 'deny.separation' } as const)
        : ({ decision: 'permit', rule: 'login' } as const);
      audit.append([{ event: 'login', ...tellsOf(state), subject: 'login', ...outcome }]);
      sessions.set(remembered, true, (state.caller?.expiresAt ?? 0) * 1000);
    },
    recordDecision(state, decision) {
      audit.append([{ ...tellsOf(state), subject: 'operation', ...decision }]);
    },
    async close() {
      await agent.close();
      audit.close();
    },
  };
}

/** The part of a record that the request tells. */
function actorOf({ requestId, caller, purpose, operation, source }: RequestState) {
  return {
    requestId,
    actor: caller?.sub ?? null,
    roles: [...(caller?.roles ?? [])],
    agency: caller?.agency ?? null,
    purpose,
    operation,
    ...(source !== null && { source }),
  } satisfies Partial<AuditRecord>;
}
