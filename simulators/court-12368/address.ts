/** Where the service answers, below `http://host:port`. */
export const COURT_12368_PATH = '/ssfw/services/AjcxService';
