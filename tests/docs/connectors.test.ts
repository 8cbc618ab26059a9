import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '#adapters/connector/limits.ts';
import { opensAt, parseWindows, WINDOWS_FORMAT } from '#adapters/connector/maintenance.ts';
import { CLOSED_SETTING, LIMIT_RANGES } from '#adapters/connector/read-limits.ts';
import { pathsIn, ROOT, readDocument } from '#tests/docs/document.ts';

const { text, prose, commands } = readDocument('docs/connectors.md');
const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
/** The cells of the row that begins with these settings. */
const row = (setting: string) =>
  prose
    .split('\n')
    .filter((line) => line.startsWith('| `_') && line.includes(`\`_${setting}\``))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the document of the connectors', () => {
  it('has commands that CI runs in this very form', () => {
    const asWritten = commands.map((line) => line.replace(/\s+#.*$/, '').trim());
    expect(asWritten.length).toBeGreaterThan(4);
    expect(asWritten.filter((line) => !ci.includes(line))).toEqual([]);
  });

  it('names files that there are', () => {
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = '']) => `docs/${path}`);
    const paths = [...pathsIn(prose).filter((path) => !path.includes('<')), ...links];
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(Object.entries(LIMIT_RANGES))('%s: its setting, default and safe range as they are', (limit, range) => {
    const [cells = []] = row(range.setting);
    const [, settings = '', defaults = '', ranges = ''] = cells;
    const index = [...settings.matchAll(/`_(\w+)`/g)].findIndex(([, name]) => name === range.setting);
    const standard = DEFAULT_LIMITS[limit as keyof typeof LIMIT_RANGES];
    expect(defaults.split('，').at(limit === 'callTimeoutMs' ? 1 : index)).toContain(String(standard ?? '不'));
    const most = /connect|firstByte/.test(limit) ? '调用时限' : String(range.most);
    expect(ranges.split('，')[index]).toContain(`${range.least}–${most}`);
  });

  it('shows maintenance windows that are some', () => {
    const [, , , , says = ''] = row(CLOSED_SETTING)[0] ?? [];
    const written = /`(daily [^`]*)`/.exec(says)?.[1] ?? '';
    expect(WINDOWS_FORMAT.startsWith(written)).toBe(true);
    const inTheNight = Date.parse('2026-11-23T03:00:00+08:00');
    expect(opensAt(parseWindows(written), inTheNight)).toBe(Date.parse('2026-11-23T04:00:00+08:00'));
  });
});
