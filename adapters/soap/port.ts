import type { ServiceDescription, ServicePort } from '#adapters/soap/wsdl/model.ts';

/** @throws Error that names the ports there are, where it is none of them */
export function choosePort({ ports }: ServiceDescription, name?: string): ServicePort {
  const fitting = ports.filter((port) => name === undefined || port.name === name);
  const port = fitting.find(({ version }) => version === '1.1') ?? fitting[0];
  if (port) return port;
  const names = ports.map((each) => each.name).join(', ');
  throw new Error(`the WSDL has no port ${name ?? 'with a binding to SOAP over HTTP'}; it has: ${names || 'none'}`);
}

/** @throws Error where it is no address of HTTP, or holds credentials */
export function endpointOf({ name, address }: ServicePort, setting?: string): URL {
  const written = setting ?? address;
  if (written === null) throw new Error(`the WSDL gives port ${name} no address: set one`);
  const endpoint = URL.parse(written);
  if (!endpoint || !/^https?:$/.test(endpoint.protocol)) throw new Error('the endpoint is no address of http or https');
  // They would stand in every error that names the address.
  if (endpoint.username || endpoint.password) throw new Error('credentials do not stand in the endpoint');
  return endpoint;
}
