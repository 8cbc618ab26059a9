import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = dirname(import.meta.dirname);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Package {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Package;
const [elastic = '', ...direct] = read('docs/licences.md').split(/^## (?=运行时)/m);

/** The first cells of the table rows in which a package is named. */
function rows(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)` \|(?: ([^|]*) \|)?/gm)].map(([, name, licence]) =>
    `${name} ${licence}`.trim(),
  );
}

describe('docs/licences.md', () => {
  it('names every direct dependency with its licence', () => {
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(rows(direct.join('')).sort()).toEqual(
      names.map((name) => `${name} ${lock.packages[`node_modules/${name}`]?.license}`).sort(),
    );
  });

  it('names every part, however deep, whose licence limits who may host it', () => {
    const parts = Object.entries(lock.packages)
      .filter(([, { license = '' }]) => /elastic|gpl|sspl|busl|unlicensed|see licen/i.test(license))
      .map(([path]) => path.replace('node_modules/', ''));
    expect(
      rows(elastic)
        .map((row) => row.split(' ')[0])
        .sort(),
    ).toEqual(parts.sort());
  });
});
