/** Service name that the listener answers to. */
export const POLICE_SERVICE = 'GABA';
/** The read-only account that the department gives out. */
export const POLICE_USER = 'GABA_RO';
