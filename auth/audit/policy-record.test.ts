import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { openAuditLog } from '#auth/audit/log.ts';
import { recordPolicy } from '#auth/audit/policy-record.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';

const signer = createSigner(newSigningKey('audit-court'));
const folder = mkdtempSync(join(tmpdir(), 'policy-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('finds the policy before however long ago it was loaded', () => {
  const appended: unknown[] = [];
  const recordedBefore = (place: number, size: number) => ({
    ...{ name: 'court', size, append: (records: readonly AuditRecord[]) => void appended.push(records[0]?.rule) },
    lines: (from: number, max: number) =>
      Array.from({ length: Math.min(max, size - from) }, (_, index) =>
        JSON.stringify(from + index === place ? { event: 'policy', digest: 'sm3:a' } : { event: 'row' }),
      ),
  });
  for (const log of [recordedBefore(1, 150_000), recordedBefore(0, 1), recordedBefore(-1, 150_000)]) {
    recordPolicy(log, 'sm3:b');
    recordPolicy(log, 'sm3:a');
  }
  const [changed, loaded] = ['policy.changed', 'policy.loaded'];
  expect(appended).toEqual([changed, loaded, changed, loaded, loaded, loaded]);
});

it('each start names the policy, and says where it is another than before', () => {
  const digests = ['sm3:a', 'sm3:a', 'sm3:b', 'sm3:b'];
  const rules = digests.map((digest) => {
    const log = openAuditLog({ folder, name: 'court', signer });
    recordPolicy(log, digest);
    const [line = ''] = log.lines(log.size - 1, 1);
    log.close();
    return JSON.parse(line) as unknown;
  });
  expect(rules).toEqual(
    ['policy.loaded', 'policy.loaded', 'policy.changed', 'policy.loaded'].map((rule, index) =>
      expect.objectContaining({ event: 'policy', subject: 'court', rule, digest: digests[index] }),
    ),
  );
});
