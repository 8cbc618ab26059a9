import type { Logger } from 'pino';
import type { Profile } from '#gateway/profiles/profile.ts';
import { createHttpSource } from '#gateway/subrequests/http-source.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { createAgent } from '#service/http/post-json.ts';

/** Any Federation 2 supergraph: scopes and policies as the token claims them, no purpose, no envelope, addresses from the supergraph. */
export function createOpenGraphProfile(logger: Logger): Profile {
  const agent = createAgent();
  const none: ReadonlySet<string> = new Set();
  return {
    rights: (caller) => ({
      authenticated: caller !== null,
      scopes: caller?.scopes ?? none,
      policies: caller?.policies ?? none,
    }),
    purposeFits: () => true,
    onlyCase: () => null,
    secretArguments: none,
    longestPage: null,
    connect: (name, url) =>
      createHttpSource({
        url,
        agent,
        foreign: true,
        failure: (code, cause) =>
          new GraphError(code, {
            zh: '子图暂时无法访问。',
            en: 'A subgraph cannot be reached.',
            cause,
          }),
        onFailure: ({ requestId }, cause) =>
          logger.warn({ requestId, subgraph: name, cause: String(cause) }, 'subgraph failed'),
      }),
    recordLogin: () => {},
    recordDecision: () => {},
    close: () => agent.close(),
  };
}
