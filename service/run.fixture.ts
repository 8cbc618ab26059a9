import { runService } from '#service/run.ts';

const [behaviour] = process.argv.slice(2);

await runService('demo', 'DEMO_PORT', async (logger) => {
  if (behaviour === 'busy') throw Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 4711 });
  if (behaviour === 'broken') throw new Error('no key');
  // What a server would do: keep the process alive.
  const alive = setInterval(() => {}, 1000);
  return {
    ports: { front: 4711 },
    async close() {
      clearInterval(alive);
      if (behaviour === 'close-fails') throw new Error('stuck');
      logger.info('closed');
    },
  };
});
