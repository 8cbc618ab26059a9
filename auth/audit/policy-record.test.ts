import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { openAuditLog } from '#auth/audit/log.ts';
import { recordPolicy } from '#auth/audit/policy-record.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';

const signer = createSigner(newSigningKey('audit-court'));
const folder = mkdtempSync(join(tmpdir(), 'policy-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
