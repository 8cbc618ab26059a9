import { fileURLToPath } from 'node:url';
import type { Schema } from '#subgraphs/kit/postgres/migrate.ts';

export const ACCESS_SCHEMA: Schema = {
  name: 'access',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  lock: 3_799_990_005,
};
