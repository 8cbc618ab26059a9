import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, visit } from 'graphql';
import { GRANT_KIND } from '#schema/enums/grant-kind.ts';
import { pathsIn, ROOT, readDocument } from '#tests/docs/document.ts';

const { text, prose, commands } = readDocument('docs/security.md');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const ci = read('.ci/run');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Root fields of the access subgraph. */
const rootFields = new Set<string>();
visit(parse(read('schema/generated/access.graphql')), {
  ObjectTypeDefinition: {
    enter: ({ name, fields }) => {
      if (/^(?:Query|Mutation)$/.test(name.value)) for (const field of fields ?? []) rootFields.add(field.name.value);
    },
  },
});

describe('the security officer’s document', () => {
  it('names commands that there are, and that CI runs in this very form', () => {
    const named = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
    expect([...new Set(named)].filter((script) => !ci.includes(`npm run ${script}`))).toEqual([]);
    const asWritten = commands.map((line) => line.replace(/\s+#.*$/, '').trim());
    expect(asWritten.length).toBeGreaterThan(4);
    const inCi = ci.replaceAll('"$scratch/checkpoints"', '.data/checkpoints');
    expect(asWritten.filter((line) => !inCi.includes(line))).toEqual([]);
  });

  it('names files that there are, and every file of the policy', () => {
    const paths = pathsIn(prose.replaceAll(/`\.data[^`]*`/g, ''));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    for (const file of readdirSync(join(ROOT, 'auth/policies/text'))) expect(prose).toContain(`\`${file}\``);
  });

  it('names operations that there are', () => {
    const named = ['explainAccess', 'whoCanSee', 'rightsOf', 'rightsReview', 'revokeGrant', 'auditEntries'];
    const more = ['auditSealedAccess', 'auditLogs', 'alerts'];
    for (const name of [...named, ...more]) {
      expect(prose).toContain(`\`${name}`);
      expect(rootFields).toContain(name);
    }
  });

  it('explains every kind of grant', () => {
    for (const kind of Object.keys(GRANT_KIND)) expect(prose).toMatch(new RegExp(`^\\| \`${kind}\` \\|`, 'm'));
  });
});
