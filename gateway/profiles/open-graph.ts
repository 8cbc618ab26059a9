import type { Logger } from 'pino';
import type { Profile } from '#gateway/profiles/profile.ts';
import { createHttpSource, createSubrequestAgent } from '#gateway/subrequests/http-source.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Any Federation 2 supergraph: scopes and policies as the token claims them, no purpose, no envelope, addresses from the supergraph. */
export function createOpenGraphProfile(logger: Logger): Profile {
  const agent = createSubrequestAgent();
  const none: ReadonlySet<string> = new Set();
  return {
    rights: (caller) => ({
      authenticated: caller !== null,
      scopes: caller?.scopes ?? none,
      policies: caller?.policies ?? none,
    }),
    purposeFits: () => true,
    connect: (name, url) =>
      createHttpSource({
        url,
        agent,
        failure: (_code, cause) =>
          new GraphError('DEPARTMENT_UNAVAILABLE', {
            zh: '子图暂时无法访问。',
            en: 'A subgraph cannot be reached.',
            cause,
          }),
        onFailure: ({ requestId }, cause) =>
          logger.warn({ requestId, subgraph: name, cause: String(cause) }, 'subgraph failed'),
      }),
    recordDecision: () => {},
    close: () => agent.close(),
  };
}
