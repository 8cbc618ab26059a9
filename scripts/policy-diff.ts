/**
 * `npm run policy:diff -- <git ref>` holds the policy text of a git ref against the one that stands here, and prints for each changed cell of
 * the access matrix a counter-example: this user, this case, this field, then and now. Ends with 0 whether or not something changed.
 */
import { changesBetween } from './policy/diff.ts';
import { atRef, today } from './policy/moments.ts';
import { printChanges } from './policy/print-diff.ts';

const [ref, ...more] = process.argv.slice(2);
if (ref === undefined || more.length > 0) {
  console.error('用法：npm run policy:diff -- <git ref> / usage: npm run policy:diff -- <git ref>');
  process.exit(2);
}
try {
  const changes = changesBetween(atRef(ref), today());
  if (changes.length > 0) console.log(`${printChanges(changes)}\n`);
  console.log(`与 ${ref} 相比，${changes.length} 处不同 / ${changes.length} cells differ from ${ref}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
