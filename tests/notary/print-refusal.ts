import { createNotarySystem } from '#adapters/systems/notary/system.ts';
import { createAuthority } from '#auth/keys/certificate-authority.ts';
import { NOTARY_PATH } from '#simulators/notary/address.ts';
import { startNotary } from '#simulators/notary/server.ts';

/** Prints why a call to a server of a foreign authority fails, for a test that runs this with another environment. */
const validity = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 3_600_000) };
const [ours, foreign] = [createAuthority('ours', validity), createAuthority('foreign', validity)];
const simulator = await startNotary({
  port: 0,
  tls: {
    ...foreign.issue({ commonName: 'x', usage: 'server', hosts: ['127.0.0.1'] }),
    authority: ours.certificate,
  },
  rows: [],
});
const notary = await createNotarySystem({
  endpoint: `https://127.0.0.1:${simulator.port}${NOTARY_PATH}`,
  tls: { ...ours.issue({ commonName: 'x', usage: 'client' }), authority: ours.certificate },
});
await notary.ping({ requestId: 'test', caller: 'caller', rights: 'rights' }).then(
  () => console.log('answered'),
  (error: Error) => console.log((error.cause as Error).message),
);
await notary.close();
await simulator.close();
