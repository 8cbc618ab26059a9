import { createNotarySystem } from '#adapters/systems/notary/system.ts';
import { createAuthority } from '#auth/keys/certificate-authority.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import { NOTARY_PATH } from '#simulators/notary/address.ts';
import { startNotary } from '#simulators/notary/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { alone } from '#tests/harness/limits.ts';
import { CORRECTED, ENFORCED, key, number, REVOKED, VALID } from '#tests/notary/numbers.ts';

export const notary: ContractSystem = {
  name: 'notary',
  department: 'NOTARY',
  system: 'notary',
  questions: {
    certificateFacts: {
      countedAs: 'QuanxianChaxun',
      known: [VALID, REVOKED, ENFORCED, CORRECTED].map((certificate) => key(certificate)),
      unknown: (index) => key(number(`（2023）鲁虚构证民字第${index + 1}号`)),
    },
  },
  others: ['verify', 'page'],
  impersonal: true,
  async start() {
    const authority = createAuthority('contract CA', {
      from: new Date(Date.now() - 60_000),
      to: new Date(Date.now() + 3_600_000),
    });
    const trusted = { authority: authority.certificate };
    const simulator = await startNotary({
      port: 0,
      tls: { ...authority.issue({ commonName: 'platform', usage: 'server', hosts: ['127.0.0.1'] }), ...trusted },
      rows: notaryRows(),
    });
    const tls = { ...authority.issue({ commonName: 'graph', usage: 'client' }), ...trusted };
    const endpoint = `https://127.0.0.1:${simulator.port}${NOTARY_PATH}`;
    return {
      simulator,
      open: async ({ timeoutMs, logger }) =>
        asSystemPort(await createNotarySystem({ endpoint, tls, limits: alone(timeoutMs), logger })),
      stop: () => simulator.close(),
    };
  },
};
