/** Addresses that must each have answered once before the gateway says that it is ready. */
export type Awaited = Readonly<Record<string, string>>;

/**
 * Ready once everything that is awaited has answered 200 a single time: what fails later is said in the answers, department by department,
 * and does not take the gateway out of service.
 */
export function createReadiness(awaited: Awaited): () => Promise<Record<string, unknown> | null> {
  const missing = new Map(Object.entries(awaited));
  return async () => {
    await Promise.all(
      [...missing].map(async ([name, url]) => {
        if (await answers(url)) missing.delete(name);
      }),
    );
    return missing.size === 0 ? { status: 'ready' } : null;
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
