import { type FileHandle, open } from 'node:fs/promises';

/** Where one side of a TLS connection finds who it is and whom it trusts; PEM files. */
export interface TlsFiles {
  /** The authorities whose certificates are accepted. */
  readonly authorityFile: string;
  /** Its own certificate, with the intermediate ones where there are any. */
  readonly certificateFile: string;
  /** Its private key: for the owner only. */
  readonly keyFile: string;
}

/** What stands in them. */
export interface TlsTexts {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Throws one sentence that names the file if one is missing, or if others may read the key. Whether they fit together shows when they are used. */
export async function loadTls({ authorityFile, certificateFile, keyFile }: TlsFiles): Promise<TlsTexts> {
  const [authority, certificate, key] = await Promise.all([
    read(authorityFile, false),
    read(certificateFile, false),
    read(keyFile, true),
  ]);
  return { authority, certificate, key };
}

async function read(file: string, secret: boolean): Promise<string> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new Error(`缺少证书或密钥文件 ${file} / the certificate or key file ${file} is missing`);
  }
  try {
    // Windows knows no such modes.
    if (secret && process.platform !== 'win32' && ((await handle.stat()).mode & 0o077) !== 0) {
      throw new Error(
        `密钥文件 ${file} 可被他人读取，请运行 chmod 600 / others may read the key file ${file}: run chmod 600 on it`,
      );
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
