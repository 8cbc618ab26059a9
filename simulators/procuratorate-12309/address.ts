/** Where the service answers, below `http://host:port`. */
export const PROCURATORATE_12309_PATH = '/jcfw/services/JcfwService';
