import { readOperation } from '#demo/operations.ts';
import { issuerOf, PORT_SETTINGS } from '#demo/settings.ts';

/** The question that a newcomer asks first, who asks it, and for which case. */
export const FIRST_LIGHT = readOperation('FirstLight');

/** The question as a command to paste: it fetches a token and asks. The issuer is named where it is not at its usual place. */
export function firstLightCurl(graphUrl: string, issuer: string): string {
  const from = issuer === issuerOf(PORT_SETTINGS.keycloak.standard) ? '' : `ISSUER_URL=${issuer} `;
  const body = JSON.stringify({ query: FIRST_LIGHT.query.replace(/\s+/g, ' '), variables: FIRST_LIGHT.variables });
  return [
    `curl -s ${graphUrl} \\`,
    `  -H "authorization: Bearer $(${from}npm run -s token -- ${FIRST_LIGHT.user})" \\`,
    `  -H 'x-purpose: ${FIRST_LIGHT.purpose}' -H 'content-type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n');
}
