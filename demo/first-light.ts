import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The question that a newcomer asks first, who asks it, and for which case. */
export const FIRST_LIGHT = {
  user: 'court.lin',
  purpose: 'HANDLE_CASE',
  query: readFileSync(join(import.meta.dirname, '..', 'schema', 'operations', 'FirstLight.graphql'), 'utf8').trim(),
  variables: { no: '（2025）鲁9999刑初999901号' },
} as const;

/** The question as a command to paste: it fetches a token and asks. */
export function firstLightCurl(graphUrl: string): string {
  const body = JSON.stringify({ query: FIRST_LIGHT.query.replace(/\s+/g, ' '), variables: FIRST_LIGHT.variables });
  return [
    `curl -s ${graphUrl} \\`,
    `  -H "authorization: Bearer $(npm run -s token -- ${FIRST_LIGHT.user})" \\`,
    `  -H 'x-purpose: ${FIRST_LIGHT.purpose}' -H 'content-type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n');
}
