/** Says `up`, then `gone` and ends when npm is gone; run by `parent.test.ts`. */
import { whenNpmIsGone } from '#service/parent.ts';

whenNpmIsGone(() => {
  process.stdout.write('gone\n');
  process.exit(0);
});
process.stdout.write(`up ${process.pid}\n`);
setInterval(() => {}, 1000);
