import { fileURLToPath } from 'node:url';
import type { Schema } from '#subgraphs/kit/postgres/migrate.ts';

export const REGISTRY_SCHEMA: Schema = {
  name: 'registry',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  lock: 3_799_990_001,
};
