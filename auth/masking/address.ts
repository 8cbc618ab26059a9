const TOWN = '(?:镇|乡|街道|苏木)';
const STREET = '(?:大道|大街|路|街|巷|弄|胡同)';
const VILLAGE = '(?:村|屯|庄|寨|嘎查|社区|小区|新村|花园|家园|公寓|宿舍|苑)';
/** What ends a larger place, or leads up to an address. */
const BEFORE = '[省市县区旗盟州住址于在到至往从]';
/** A name does not reach across those, unless they are its own last character, as in 红旗路. */
const NAME = `(?:(?!${BEFORE}(?!${TOWN}|${STREET}|${VILLAGE}))\\p{Script=Han}){1,8}?`;
const GAP = '\\s{0,2}';
const NUMBER = '[\\p{Nd}一二三四五六七八九十百零〇]{1,6}(?:[\\p{Pd}之][\\p{Nd}]{1,4})?';
/** House, court, building, entrance, floor, flat, village group. */
const UNIT = '(?:号楼|号院|单元|号|弄|栋|幢|座|室|层|楼|户|组|队)';
const UNITS = `(?:(?:${GAP}${NUMBER}${GAP}${UNIT})+(?:${GAP}\\p{Nd}{3,4}(?!\\p{Nd}))?|${GAP}\\p{Nd}{1,4}(?:\\p{Pd}\\p{Nd}{1,4}){1,3})`;

/**
 * An address below the county: street or village with a number, or town with village. The names of province, city and county before it are
 * no part of it (DOMAIN 5.5: county level).
 */
export const ADDRESS = new RegExp(
  [
    `(?:${NAME}${TOWN}${GAP})?(?:${NAME}${VILLAGE}${GAP})?${NAME}(?:${STREET}|${VILLAGE})${UNITS}`,
    `${NAME}${TOWN}${GAP}${NAME}${VILLAGE}${UNITS}?`,
  ].join('|'),
  'gu',
);
