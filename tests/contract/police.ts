import { createPoliceSystem } from '#adapters/systems/police/system.ts';
import { policeRows } from '#demo/systems/police.ts';
import { POLICE_SERVICE, POLICE_USER } from '#simulators/police/address.ts';
import { startPolice } from '#simulators/police/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { alone } from '#tests/harness/limits.ts';
import { CASE_1, CASE_2 } from '#tests/police/harness.ts';
import { openServer } from '#tests/registry/server.ts';

const password = 'contract-police';
const cases = {
  known: [CASE_1, CASE_2],
  unknown: (index: number) => `A379999000000202401${String(index).padStart(4, '0')}`,
};

export const police: ContractSystem = {
  name: 'police',
  department: 'POLICE',
  system: 'police',
  questions: {
    caseFacts: { countedAs: 'V_AJQX', ...cases },
    casesByNumber: { countedAs: 'V_AJXX', ...cases },
    partiesByCase: { countedAs: 'V_AJRY', ...cases },
    measuresByCase: { countedAs: 'V_QZCS', ...cases },
    custodyByCase: { countedAs: 'V_ZYHY', ...cases },
    documentsByCase: { countedAs: 'V_WSQD', ...cases },
    transfersByCase: { countedAs: 'V_YSCL', ...cases },
  },
  others: ['page', 'handoversByCentre'],
  async start() {
    const server = openServer();
    const databaseUrl = await server.freshDatabase();
    const simulator = await startPolice({ port: 0, databaseUrl, password, rows: policeRows() });
    const connectString = `127.0.0.1:${simulator.port}/${POLICE_SERVICE}`;
    return {
      simulator,
      open: async ({ timeoutMs, logger }) =>
        asSystemPort(
          createPoliceSystem({
            connectString,
            user: POLICE_USER,
            password,
            limits: alone(timeoutMs),
            logger,
          }),
        ),
      async stop() {
        await simulator.close();
        await server.close();
      },
    };
  },
};
