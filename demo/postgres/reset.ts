import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftover } from '#demo/postgres/leftover.ts';
import { outsidePlace } from '#demo/postgres/place.ts';

/**
 * Removes the server's data and whatever was put elsewhere for it; a server that a killed run left behind is stopped first.
 * Throws if the server runs under a launcher that lives.
 */
export async function resetPostgres(dataDir: string): Promise<void> {
  const home = await realpath(dataDir).catch(() => null);
  if (!home) return;
  const outside = await outsidePlace(home);
  for (const folder of [home, outside]) if (folder) await endLeftover(join(folder, 'cluster'));
  if (outside) await rm(outside, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}
