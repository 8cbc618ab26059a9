import { stopServer } from '#tests/harness/postgres-setup.ts';

export default stopServer;
