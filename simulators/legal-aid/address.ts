/** Service name that the listener answers to. */
export const LEGAL_AID_SERVICE = 'FYZX';
/** The read-only account that the department gives out. */
export const LEGAL_AID_USER = 'FYZX_RO';
