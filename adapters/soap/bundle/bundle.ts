import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Place, WsdlError } from '#adapters/soap/bundle/error.ts';
import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import { parseSource } from '#adapters/soap/bundle/tree.ts';

const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_FILES = 200;
const MAX_BYTES = 32 * 1024 * 1024;

/** A WSDL or a schema with what it imports: files of one folder and those below it. */
export interface Bundle {
  /** Of the file that was asked for. */
  readonly root: SourceElement;
  /**
   * The file that an import or include names, relative to the file where it stands; the same object each time.
   * @throws WsdlError for what is not a file of the bundle: nothing is ever fetched from a network
   */
  load(location: string, at: SourceElement): Promise<SourceElement>;
}

/** @throws WsdlError */
export async function openBundle(path: string): Promise<Bundle> {
  const main: Place = { file: basename(path), line: 1 };
  const folder = await realpath(dirname(path)).catch((error) => refuse(main, error));
  const files = new Map<string, Promise<SourceElement>>();
  let bytes = 0;

  async function read(file: string, at: Place): Promise<SourceElement> {
    if (files.size > MAX_FILES) throw new WsdlError(at, `the bundle has more than ${MAX_FILES} files`);
    const content = await readBounded(file, at);
    bytes += content.length;
    if (bytes > MAX_BYTES) throw new WsdlError(at, `the bundle is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
    return parseSource(content, at === main ? main.file : relative(folder, file).split(sep).join('/'));
  }

  /** Links are followed before it is decided, so that none leads out. */
  async function find(candidate: string, at: Place): Promise<SourceElement> {
    const file = await realpath(candidate).catch((error) => refuse(at, error));
    if (at !== main && leaves(relative(folder, file))) throw new WsdlError(at, OUTSIDE);
    let loaded = files.get(file);
    if (!loaded) {
      loaded = read(file, at);
      files.set(file, loaded);
    }
    return loaded;
  }

  return {
    root: await find(join(folder, basename(path)), main),
    async load(location, at) {
      const path = decoded(location, at);
      if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//'))
        throw at.fail(`"${shown(location)}" ${NOT_FETCHED}`);
      if (isAbsolute(path)) throw at.fail(OUTSIDE);
      const candidate = join(folder, dirname(at.file), path);
      if (leaves(relative(folder, candidate))) throw at.fail(OUTSIDE);
      return find(candidate, at);
    },
  };
}

const NOT_FETCHED = 'is not fetched: put the file into the folder of the WSDL and name it by a relative path';
const OUTSIDE =
  'the file is outside of the folder of the WSDL, and is not read: put it there and name it by a relative path';

const leaves = (path: string) => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

/** A location is a URI: a space is %20. */
function decoded(location: string, at: SourceElement): string {
  try {
    const path = decodeURIComponent(location);
    if (path !== '' && !path.includes('\0')) return path;
  } catch {
    // Malformed escapes: the same sentence.
  }
  throw at.fail(`"${shown(location)}" is not the path of a file`);
}

async function readBounded(file: string, at: Place): Promise<Buffer> {
  // Before it is opened: opening a pipe would wait for its other end.
  const found = await stat(file).catch((error) => refuse(at, error));
  if (!found.isFile()) throw new WsdlError(at, 'what is named is not a file');
  if (found.size > MAX_FILE_BYTES)
    throw new WsdlError(at, `the file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB`);
  return readFile(file).catch((error) => refuse(at, error));
}

function refuse(at: Place, error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : 'unknown';
  throw new WsdlError(at, code === 'ENOENT' ? 'the file does not exist' : `the file cannot be read (${code})`);
}
