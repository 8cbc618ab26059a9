/** `npm run token -- USER` prints an access token of a demo user, and nothing else on standard output. */
import { demoUsers, listUsers } from '#demo/users.ts';

const issuer = process.env.ISSUER_URL ?? 'http://localhost:8280/realms/zhengfa';

/** Asks the running issuer by the password grant of `graph-cli`. Throws an `Error` with one sentence in Chinese and English. */
async function accessToken(username: string, password: string): Promise<string> {
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
  throw new Error(
    `令牌签发服务 ${issuer} 拒绝了 ${username}（${response.status} ${body.error ?? ''}）。 / ` +
      `The token issuer ${issuer} refused ${username} (${response.status} ${body.error ?? ''}).`,
  );
}

const [username] = process.argv.slice(2);
const users = demoUsers();
const user = users.find((candidate) => candidate.username === username);
try {
  if (!user) {
    throw new Error(
      `${username ? `没有用户 ${username}` : '请给出用户名'}，用法：npm run token -- court.lin。演示用户： / ` +
        `${username ? `There is no user ${username}` : 'Name a user'}: npm run token -- court.lin. Demo users:\n${listUsers(users)}`,
    );
  }
  process.stdout.write(`${await accessToken(user.username, user.password)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
