/** Where the service answers, below `https://host:port`. The WSDL says something else. */
export const NOTARY_PATH = '/gzy/ws/HechaService';
