import { ensureKeys } from '#auth/keys/ensure.ts';
import { keysFolder } from '#auth/keys/load.ts';
import { ENVELOPE_KEYS, type EnvelopeKeyName } from '#auth/keys/names.ts';
import { retireKey, rotateKey } from '#auth/keys/rotate.ts';

const USAGE = `用法 / usage:
  npm run keys                          生成缺少的密钥 / makes the key files that are missing
  npm run keys -- rotate NAME           换新密钥，旧密钥仍受信任 / another key, the former one still trusted: ${ENVELOPE_KEYS.join(', ')}
  npm run keys -- retire KID            不再信任旧密钥 / trusts a former key no longer`;

const folder = keysFolder();
const [command, name, ...rest] = process.argv.slice(2);
try {
  if (command === undefined) {
    await ensureKeys(folder);
    console.log(folder);
  } else if (command === 'rotate' && isEnvelopeKey(name) && rest.length === 0) {
    const { now, before } = await rotateKey(folder, name);
    console.log(
      `现用 ${now}；数分钟后请运行 npm run keys -- retire ${before} / now ${now}; in some minutes run npm run keys -- retire ${before}`,
    );
  } else if (command === 'retire' && name !== undefined && rest.length === 0) {
    await retireKey(folder, name);
    console.log(`不再信任 ${name} / ${name} is trusted no longer`);
  } else throw new Error(USAGE);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function isEnvelopeKey(word: string | undefined): word is EnvelopeKeyName {
  return (ENVELOPE_KEYS as readonly (string | undefined)[]).includes(word);
}
