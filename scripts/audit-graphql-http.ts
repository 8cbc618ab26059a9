/** `npm run audit:graphql-http -- [URL]` audits a running graph against GraphQL over HTTP, by the checks of `graphql-http`. */
import { auditServer } from 'graphql-http';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const results = await auditServer({ url });
for (const result of results) {
  if (result.status !== 'ok') console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
}
const count = (status: string) => results.filter((result) => result.status === status).length;
console.log(`${count('ok')} of ${results.length} audits ok, ${count('warn')} warnings, ${count('error')} errors`);
process.exitCode = count('ok') === results.length ? 0 : 1;
