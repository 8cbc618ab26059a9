import { ALWAYS, between, type CodeList, entries, since, until } from '#schema/codes/code-list.ts';

const scheme = 'GB/T 2260';

/** Codes of prefecture 99 are allocated to nobody: the invented county, its neighbours, and one that was abolished in 2010. */
export const AREAS: CodeList = {
  scheme,
  title: '行政区划 administrative division',
  source:
    'GB/T 2260 and the yearly lists of the Ministry of Civil Affairs: the places in use and those around them; invented ones',
  shape: /^[1-8]\d{5}$/,
  entries: [
    ...entries(
      scheme,
      ALWAYS,
      `
      370000 山东省; 370800 济宁市; 370826 微山县; 370827 鱼台县; 370828 金乡县; 370829 嘉祥县; 370830 汶上县
      370831 泗水县; 370832 梁山县; 370881 曲阜市; 370883 邹城市
      430000 湖南省; 431200 怀化市; 431202 鹤城区; 431221 中方县; 431222 沅陵县; 431223 辰溪县; 431224 溆浦县
      431225 会同县; 431226 麻阳苗族自治县; 431227 新晃侗族自治县; 431228 芷江侗族自治县; 431229 靖州苗族侗族自治县
      431230 通道侗族自治县; 431281 洪江市
      440000 广东省; 441200 肇庆市; 441202 端州区; 441203 鼎湖区; 441223 广宁县; 441224 怀集县; 441225 封开县
      441226 德庆县; 441284 四会市
      150000 内蒙古自治区; 150900 乌兰察布市; 150902 集宁区; 150921 卓资县; 150922 化德县; 150923 商都县
      150924 兴和县; 150925 凉城县; 150926 察哈尔右翼前旗; 150927 察哈尔右翼中旗; 150928 察哈尔右翼后旗
      150929 四子王旗; 150981 丰镇市
      620000 甘肃省; 621200 陇南市; 621202 武都区; 621221 成县; 621222 文县; 621223 宕昌县; 621224 康县
      621225 西和县; 621226 礼县; 621227 徽县; 621228 两当县
      379900 虚构市; 379999 虚构县; 439999 拟设县; 449999 假定县; 159999 设想旗; 629999 拟想县
      `,
    ),
    // 国函〔2013〕115号: 市中区 and 任城区 became one, 兖州市 a district.
    ...entries(scheme, until('2013-10-17'), '370802 市中区; 370882 兖州市'),
    ...entries(scheme, ALWAYS, '370811 任城区'),
    ...entries(scheme, since('2013-10-18'), '370812 兖州区'),
    // 国函〔2015〕76号.
    ...entries(scheme, until('2015-04-27'), '441283 高要市'),
    ...entries(scheme, since('2015-04-28'), '441204 高要区'),
    ...entries(scheme, between('1980-01-01', '2010-12-31'), '379998 虚构旧县'),
  ],
};
