import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** Oldest records leave first beyond this many: a stand-in's sessions and codes are short-lived. */
const MAX_RECORDS = 1000;

/** Where `oidc-provider` keeps sessions, interactions, grants and codes: this process's memory. One store for each provider. */
export function memoryAdapter(): (model: string) => Adapter {
  const records = new Map<string, Stored>();

  const read = (key: string) => {
    const stored = records.get(key);
    if (stored && stored.until > Date.now()) return stored.payload;
    records.delete(key);
    return undefined;
  };
  const findBy = (prefix: string, matches: (payload: AdapterPayload) => boolean) =>
    [...records.keys()]
      .filter((key) => key.startsWith(prefix))
      .map(read)
      .find((payload) => payload && matches(payload));

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        records.delete(keyOf(id));
        records.set(keyOf(id), { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 });
        const [oldest] = records.keys();
        if (records.size > MAX_RECORDS && oldest) records.delete(oldest);
      },
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => findBy(keyOf(''), (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy(keyOf(''), (payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = read(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        records.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of records) if (payload.grantId === grantId) records.delete(key);
      },
    };
  };
}
