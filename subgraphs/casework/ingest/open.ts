import { randomUUID } from 'node:crypto';
import { destination, type Logger, pino } from 'pino';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { loadKey } from '#auth/keys/load.ts';
import { createClock } from '#schema/clock.ts';
import { ownerOf, type Pages } from '#subgraphs/casework/ingest/source.ts';
import { createOwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { askPage } from '#subgraphs/casework/owners/questions.ts';
import { createRegistryWriter, type RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { readSubgraphSettings } from '#subgraphs/settings.ts';

/** What a sync needs: the departments' pages, asked in the platform's own name, and the registry's writer. */
export interface OpenIngest {
  readonly keysDir: string;
  readonly pages: Pages;
  readonly writer: RegistryWriter;
  /** To `LOG_FILE`, or standard error. */
  readonly logger: Logger;
  close(): Promise<void>;
}

/** Opens it by the same settings as the subgraphs'. */
export async function openIngest(env: NodeJS.ProcessEnv): Promise<OpenIngest> {
  const { keysDir, databaseUrl, addresses, today } = readSubgraphSettings(env);
  const envelopes = await createEnvelopeMaker('casework', await loadKey(keysDir, 'envelope-casework'));
  const owners = createOwnerClient({ addresses, envelopes });
  const requestId = `registry-${randomUUID()}`;
  const writer = await createRegistryWriter({
    databaseUrl: databaseUrl(),
    encryptionKey: await loadKey(keysDir, 'registry-encryption'),
    opaqueIdKey: await loadKey(keysDir, 'opaque-id'),
    clock: createClock(today === null ? {} : { today }),
  });
  return {
    keysDir,
    writer,
    logger: pino({ name: 'registry' }, destination({ dest: env.LOG_FILE ?? 2, sync: true })),
    pages: (source, after, limit) => askPage(owners, ownerOf(source), after, limit, requestId),
    async close() {
      await Promise.all([writer.close(), owners.close()]);
    },
  };
}
