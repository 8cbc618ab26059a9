/**
 * `npm run schema:lint` holds the committed SDL of every subgraph and the supergraph against `scripts/schema-lint/rules.ts`;
 * `npm run schema:lint -- FILE …` other files of SDL: subgraphs, which are composed with each other, or supergraphs. It prints one line for
 * each violation, then the rules that were broken, and ends with 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { POLICIES } from '#auth/policies/policies.ts';
import { lintSchemas } from './schema-lint/lint.ts';
import { RULES } from './schema-lint/rules.ts';

const root = join(import.meta.dirname, '..');
const generated = join(root, 'schema', 'generated');
const given = process.argv.slice(2);
const paths =
  given.length > 0 ? given : readdirSync(generated).map((name) => relative(process.cwd(), join(generated, name)));

const files = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const violations = lintSchemas(files, { policies: new Set(Object.keys(POLICIES)) });

for (const { path, line, rule, what } of violations) console.error(`${path}:${line}  ${rule}  ${what}`);
for (const rule of new Set(violations.map((each) => each.rule)))
  console.error(`${rule}: ${RULES[rule].zh} / ${RULES[rule].en}`);
console.log(
  violations.length === 0 ? `${files.length} schema files follow the rules` : `${violations.length} violations`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
