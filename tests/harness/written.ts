import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stack } from '#tests/harness/stack.ts';

/** Path and text of every log and audit file of the demo, as they are now. */
export function written(): { readonly path: string; readonly text: string }[] {
  return ['logs', 'audit'].flatMap((folder) =>
    readdirSync(join(stack().dataDir, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}
