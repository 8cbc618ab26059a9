import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { loginPage, page } from '#simulators/keycloak/pages.ts';
import { authenticate, type Realm } from '#simulators/keycloak/realm.ts';

/** The login form of the authorization code flow: GET shows it, POST takes user name and password and goes back to the flow. */
export async function login(
  provider: Provider,
  realm: Realm,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Without the cookie of a login that is under way there is nothing to log in to.
  const underWay = await provider.interactionDetails(request, response).catch(() => undefined);
  const show = (status: number, html: string) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  if (!underWay) return void show(400, page('无法继续 We are sorry', ''));
  const action = `?execution=${underWay.uid}`;
  if (request.method !== 'POST') return void show(200, loginPage(action, false));
  const form = new URLSearchParams(await text(request));
  const user = authenticate(realm, form.get('username'), form.get('password'));
  if (!user) return void show(200, loginPage(action, true));
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: user.id } },
    { mergeWithLastSubmission: false },
  );
}
