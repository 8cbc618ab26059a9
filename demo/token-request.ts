/** Asks an issuer for a demo user's access token, by the password grant of `graph-cli`. Throws an `Error` with one sentence in Chinese and English. */
export async function fetchToken(issuer: string, username: string, password: string): Promise<string> {
  const response = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'graph-cli', username, password }),
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new Error(
      `令牌签发服务 ${issuer} 没有应答，请先运行 npm start（或用 ISSUER_URL 指定地址）。 / ` +
        `The token issuer ${issuer} does not answer: run npm start first (or set ISSUER_URL).`,
      { cause },
    );
  });
  const body = (await response.json().catch(() => ({}))) as { access_token?: unknown; error?: unknown };
  if (typeof body.access_token === 'string') return body.access_token;
  const reason = `${response.status} ${body.error ?? ''}`;
  throw new Error(
    `令牌签发服务 ${issuer} 拒绝了 ${username}（${reason}）。 / The token issuer ${issuer} refused ${username} (${reason}).`,
  );
}
