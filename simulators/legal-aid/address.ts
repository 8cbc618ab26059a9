/** Service name that the listener answers to. */
export const LEGAL_AID_SERVICE = 'FYZX';
/** The account that the department gives out: it may read, and call the package. */
export const LEGAL_AID_USER = 'FYZX_RO';
