/** Fills the registry with the demo's cases and ends: a process of its own, so that what it loads is not kept. Started by the launcher. */
import { keysFolder, loadKey } from '#auth/keys/load.ts';
import { fillRegistry } from '#demo/registry.ts';

const folder = keysFolder(process.env);
const [encryptionKey, opaqueIdKey] = await Promise.all([
  loadKey(folder, 'registry-encryption'),
  loadKey(folder, 'opaque-id'),
]);
await fillRegistry({ databaseUrl: process.env.DATABASE_URL ?? '', encryptionKey, opaqueIdKey });
