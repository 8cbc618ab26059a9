/** `npm run token -- USER` prints an access token of a demo user, and nothing else on standard output. */
import { issuerOf, readSettings } from '#demo/settings.ts';
import { fetchToken } from '#demo/token-request.ts';
import { demoUsers, listUsers } from '#demo/users.ts';

const issuer = process.env.ISSUER_URL ?? issuerOf(readSettings().ports.keycloak);
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
  process.stdout.write(`${await fetchToken(issuer, user.username, user.password)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
