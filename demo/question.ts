/** `npm run question` asks the first question of a running demo and prints the answer, the time, and what it cost each legacy system. */
import { askOperation, totalOf, withDemo } from '#demo/ask-operation.ts';
import { FIRST_LIGHT } from '#demo/first-light.ts';

await withDemo(async () => {
  const { status, body, milliseconds, calls } = await askOperation(FIRST_LIGHT);
  console.log(JSON.stringify(body, null, 2));
  console.log(`\n${FIRST_LIGHT.user}, ${FIRST_LIGHT.purpose}: HTTP ${status}, ${milliseconds} ms`);
  for (const [system, made] of Object.entries(calls)) {
    const each = Object.entries(made).map(([name, count]) => `${name} ${count}`);
    console.log(`${system}: ${totalOf(made)} 次调用 / calls (${each.join(', ')})`);
  }
  process.exitCode = body.errors ? 1 : 0;
});
