import { parse } from 'yaml';
import { PORT_SETTINGS, type PortName } from '#demo/settings.ts';

/** What we use of the Compose specification. */
interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test?: unknown };
}

interface ComposeFile {
  readonly services?: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** The services and the demo's port that each takes, so that either of the two can be run, and moved by the same setting. */
const SERVICES: Readonly<Record<string, PortName>> = {
  keycloak: 'keycloak',
  postgres: 'postgres',
  oracle: 'legalAidOracle',
};

/** What is wrong with a Compose file, as far as no engine is needed to tell; `exists` answers for paths beside the file. Throws where it is no YAML. */
export function composeProblems(text: string, exists: (path: string) => boolean): string[] {
  const { services = {}, volumes = {} } = parse(text) as ComposeFile;
  const names = Object.keys(SERVICES);
  return [
    ...names.filter((name) => !(name in services)).map((name) => `${name}: is missing`),
    ...Object.entries(services).flatMap(([name, service]) =>
      [
        ...imageProblems(service),
        ...portProblems(service, SERVICES[name]),
        ...volumeProblems(service, Object.keys(volumes), exists),
        ...(service.healthcheck?.test ? [] : ['has no healthcheck']),
      ].map((problem) => `${name}: ${problem}`),
    ),
  ];
}

/** A tag such as `18` or `latest` names another image tomorrow. */
function imageProblems({ image = '' }: Service): string[] {
  return /:\d+\.\d+(\.\d+)*$/.test(image) ? [] : [`image ${image || '(none)'} has no exact version`];
}

function portProblems({ ports = [] }: Service, name: PortName | undefined): string[] {
  if (!name) return ['is no service of ours'];
  const { variable, standard } = PORT_SETTINGS[name];
  const expected = `127.0.0.1:\${${variable}:-${standard}}:`;
  if (ports.length === 1 && ports[0]?.startsWith(expected)) return [];
  return [`ports ${JSON.stringify(ports)} should be one, ${expected}…, as in demo/settings.ts`];
}

function volumeProblems(
  { volumes = [] }: Service,
  declared: readonly string[],
  exists: (path: string) => boolean,
): string[] {
  return volumes.flatMap((volume) => {
    const [source = ''] = volume.split(':');
    if (source.startsWith('.')) return exists(source) ? [] : [`mounts ${source}, which is not there`];
    return declared.includes(source) ? [] : [`volume ${source} is not declared`];
  });
}
