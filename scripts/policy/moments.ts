import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { POLICY_FILES, type PolicyTexts, parsePolicy } from '#auth/policies/load.ts';
import { readGraphFields } from '#subgraphs/casework/explain/graph-fields.ts';
import type { Moment } from './sight.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const TEXTS = 'auth/policies/text';
const SUPERGRAPH = 'schema/generated/supergraph.graphql';

/** Reads a file of a copy of the product. */
type Read = (path: string) => string;

/** The policy as it stands here. */
export function today(): Moment {
  return momentOf((path) => readFileSync(join(ROOT, path), 'utf8'));
}

/** The policy as it stood at a git ref. @throws Error where there is no such ref, or the text was not there or was of another form */
export function atRef(ref: string, root = ROOT): Moment {
  return momentOf((path) => {
    // A ref that begins like an option is none.
    const shown = spawnSync('git', ['show', '--end-of-options', `${ref}:${path}`], { cwd: root, encoding: 'utf8' });
    if (shown.status === 0) return shown.stdout;
    throw new Error(`${ref} 没有 ${path} / ${ref} has no ${path}`);
  });
}

/** @throws PolicyTextError for a text that is not exactly right */
function momentOf(read: Read): Moment {
  const texts = Object.fromEntries(POLICY_FILES.map((name) => [name, read(`${TEXTS}/${name}.yaml`)])) as PolicyTexts;
  return { policy: parsePolicy(texts), graph: readGraphFields(read(SUPERGRAPH)) };
}
