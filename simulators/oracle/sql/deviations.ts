import type { OraValue } from '#simulators/oracle/engine.ts';

/** What a statement gives: rows, names of columns, the number of an ORA- error, or nothing but success. */
export type Outcome =
  | { readonly rows: readonly (readonly OraValue[])[] }
  | { readonly columns: readonly string[] }
  | { readonly error: number }
  | 'done';

/** Where the dialect of the stand-in is not Oracle's. A test runs each of them. */
export interface Deviation {
  /** What Oracle has and this has not; what this takes and Oracle refuses; what both have, with another outcome. */
  readonly kind: 'missing' | 'accepted' | 'different';
  readonly zh: string;
  readonly en: string;
  /** Each of them gives `here`; over {@link TABLE}. */
  readonly sql: readonly string[];
  /** VARCHAR2, by occurrence. @default none */
  readonly binds?: readonly string[];
  /** Who asks. @default the owner of the table */
  readonly as?: 'READER';
  readonly here: Outcome;
  /** By its documentation (SQL Language Reference, Error Messages): nobody asked an Oracle Database. */
  readonly oracle: string;
}

/** One row, in the schema OWNER. */
export const TABLE = [
  'CREATE TABLE T (K CHAR(5), V VARCHAR2(20), N NUMBER, D DATE, C CLOB)',
  "INSERT INTO T VALUES ('ab', 'ab', 1.5, TO_DATE('2025-05-30', 'YYYY-MM-DD'), 'long')",
] as const;

const COUNT_1 = { rows: [['1']] };
const ROW = { rows: [['1.5']] };

const MISSING: readonly Omit<Deviation, 'kind'>[] = [
  {
    zh: 'PL/SQL 只有“BEGIN 包.过程(绑定); END;”一种，过程用 TypeScript 写成',
    en: 'of PL/SQL only a block that calls one procedure, which is written in TypeScript',
    sql: ['BEGIN NULL; END;', 'BEGIN P(:1); P(:2); END;'],
    here: { error: 6550 },
    oracle: 'runs',
  },
  {
    zh: '匿名块的声明、MERGE、CALL、SAVEPOINT、LOCK TABLE、GRANT、EXPLAIN PLAN',
    en: 'declarations, MERGE, CALL, SAVEPOINT, LOCK TABLE, GRANT, EXPLAIN PLAN',
    sql: [
      'DECLARE X NUMBER; BEGIN X := 1; END;',
      'MERGE INTO T USING DUAL ON (1 = 1) WHEN MATCHED THEN UPDATE SET N = 1',
      'CALL P()',
      'SAVEPOINT A',
      'ROLLBACK TO A',
      'LOCK TABLE T IN EXCLUSIVE MODE',
      'GRANT SELECT ON T TO X',
      'EXPLAIN PLAN FOR SELECT 1 FROM DUAL',
    ],
    here: { error: 900 },
    oracle: 'runs',
  },
  {
    zh: 'RETURNING … INTO；ROWNUM 只能作所在查询的行数上限',
    en: 'RETURNING … INTO; ROWNUM other than as a limit of the query that it stands in',
    sql: ['UPDATE T SET N = 2 RETURNING N INTO :1', 'SELECT ROWNUM FROM T', 'SELECT N FROM T WHERE ROWNUM > 0'],
    binds: ['x'],
    here: { error: 3001 },
    oracle: 'runs',
  },
  {
    zh: '(+) 外连接、层次查询、PIVOT、SAMPLE、闪回、FOR UPDATE WAIT、INSERT ALL',
    en: '(+) joins, hierarchical queries, PIVOT, SAMPLE, flashback, FOR UPDATE WAIT, INSERT ALL',
    sql: [
      'SELECT A.N FROM T A, T B WHERE A.N = B.N(+)',
      'SELECT N FROM T CONNECT BY PRIOR N = N',
      "SELECT * FROM T PIVOT (COUNT(N) FOR V IN ('ab'))",
      'SELECT N FROM T SAMPLE (10)',
      'SELECT * FROM T AS OF TIMESTAMP SYSDATE',
      'SELECT N FROM T FOR UPDATE WAIT 5',
      'INSERT ALL INTO T (N) VALUES (1) SELECT * FROM DUAL',
    ],
    here: { error: 933 },
    oracle: 'runs',
  },
  {
    zh: 'q 引号、数据库链接',
    en: 'q-quotes, database links',
    sql: ["SELECT q'[it's]' FROM DUAL", 'SELECT N FROM T@LINK'],
    here: { error: 911 },
    oracle: 'runs',
  },
  {
    zh: '序列、V$ 与数据字典视图',
    en: 'sequences, V$ and dictionary views',
    sql: ['SELECT S.NEXTVAL FROM DUAL', 'SELECT * FROM V$VERSION', 'SELECT * FROM ALL_TABLES'],
    here: { error: 942 },
    oracle: 'runs',
  },
  {
    zh: '未列入说明的函数和伪列',
    en: 'functions and pseudocolumns that the README does not name',
    sql: [
      'SELECT ROWID FROM T',
      "SELECT LISTAGG(V, ',') WITHIN GROUP (ORDER BY V) FROM T",
      'SELECT ADD_MONTHS(D, 1) FROM T',
      'SELECT LAST_DAY(D) FROM T',
      'SELECT MONTHS_BETWEEN(D, D) FROM T',
      'SELECT TO_CHAR(D) FROM T',
      'SELECT LENGTHB(V) FROM T',
      "SELECT INSTR('abcabc', 'c', 4) FROM DUAL",
      "SELECT REPLACE('ab', 'a') FROM DUAL",
      "SELECT SYS_CONTEXT('USERENV', 'CLIENT_IDENTIFIER') FROM DUAL",
    ],
    here: { error: 904 },
    oracle: 'runs',
  },
  {
    zh: '列类型 BLOB、RAW、NVARCHAR2、LONG、BINARY_DOUBLE；N 引号',
    en: 'columns of BLOB, RAW, NVARCHAR2, LONG, BINARY_DOUBLE; N-quotes',
    sql: [
      'CREATE TABLE X (A BLOB)',
      'CREATE TABLE X (A RAW(16))',
      'CREATE TABLE X (A NVARCHAR2(10))',
      'CREATE TABLE X (A LONG)',
      'CREATE TABLE X (A BINARY_DOUBLE)',
      "SELECT V FROM T WHERE V = N'ab'",
    ],
    here: { error: 3001 },
    oracle: 'runs',
  },
];

const ACCEPTED: readonly Omit<Deviation, 'kind'>[] = [
  {
    zh: 'PostgreSQL 的 LIMIT、表别名前的 AS',
    en: "PostgreSQL's LIMIT, AS in front of a table's alias",
    sql: ['SELECT N FROM T LIMIT 1', 'SELECT N FROM T AS X'],
    here: ROW,
    oracle: 'ORA-00933',
  },
  {
    zh: 'PostgreSQL 的 ILIKE',
    en: "PostgreSQL's ILIKE",
    sql: ["SELECT N FROM T WHERE V ILIKE 'AB'"],
    here: ROW,
    oracle: 'ORA-00920',
  },
  {
    zh: 'PostgreSQL 的函数',
    en: "PostgreSQL's functions",
    sql: ["SELECT CHAR_LENGTH('a') FROM DUAL"],
    here: COUNT_1,
    oracle: 'ORA-00904',
  },
  {
    zh: '没有 FROM 的 SELECT（23ai 起 Oracle 亦可）',
    en: 'SELECT without FROM (23ai has it too)',
    sql: ['SELECT 1'],
    here: COUNT_1,
    oracle: 'ORA-00923',
  },
  {
    zh: 'SQL 中的 TRUE（23ai 起 Oracle 亦可）',
    en: 'TRUE in SQL (23ai has it too)',
    sql: ['SELECT TRUE FROM DUAL'],
    here: COUNT_1,
    oracle: 'ORA-00904',
  },
  {
    zh: '引号中的小写名称与不带引号的是同一个',
    en: 'a quoted name in small letters is the same as one without quotes',
    sql: ['SELECT "n" FROM T'],
    here: ROW,
    oracle: 'ORA-00904',
  },
  {
    zh: '超过 1000 项的 IN 列表',
    en: 'IN lists of more than 1000',
    sql: [`SELECT N FROM T WHERE N IN (${Array.from({ length: 1001 }, () => '1.5').join(', ')})`],
    here: ROW,
    oracle: 'ORA-01795',
  },
  {
    zh: 'CLOB 可与文本比较',
    en: 'CLOB compared with a text',
    sql: ["SELECT N FROM T WHERE C = 'long'"],
    here: ROW,
    oracle: 'ORA-00932',
  },
  {
    zh: '日期与 ISO 文本比较，不论会话的日期格式',
    en: "a date compared with an ISO text, whatever the session's format",
    sql: ["SELECT N FROM T WHERE D = '2025-05-30'"],
    here: ROW,
    oracle: 'ORA-01861, unless NLS_DATE_FORMAT is that',
  },
  {
    zh: 'TO_DATE 忽略多余的字符',
    en: 'TO_DATE leaves out what comes too much',
    sql: ["SELECT TO_DATE('20250530x', 'YYYYMMDD') FROM DUAL"],
    here: { rows: [['2025-05-30 00:00:00']] },
    oracle: 'ORA-01830',
  },
  {
    zh: 'VARCHAR2 的长度按字符计',
    en: 'VARCHAR2 measures characters',
    sql: ["UPDATE T SET V = '法院法院法院法院法院法院'"],
    here: 'done',
    oracle: 'ORA-12899: bytes, unless the column says CHAR',
  },
  {
    zh: 'ALTER SESSION 一概接受，不起作用',
    en: 'any ALTER SESSION, without effect',
    sql: ['ALTER SESSION SET NONSENSE = 1'],
    here: 'done',
    oracle: 'ORA-02248',
  },
  {
    zh: '任何账号可读全部表、可调全部包',
    en: 'every account reads every table and calls every package',
    sql: ['SELECT N FROM OWNER.T'],
    as: 'READER',
    here: ROW,
    oracle: 'ORA-00942 without a grant',
  },
];

const DIFFERENT: readonly Omit<Deviation, 'kind'>[] = [
  {
    zh: 'CHAR 列与 VARCHAR2 列，或不是“列 比较 绑定”时，与 VARCHAR2 绑定比较不计尾部空格',
    en: 'a CHAR column is compared without its padding with a VARCHAR2 column, and with a VARCHAR2 bind unless it is `column = :bind`',
    sql: ['SELECT COUNT(*) FROM T WHERE K = V', "SELECT COUNT(*) FROM T WHERE NVL(K, 'x') = V"],
    here: COUNT_1,
    oracle: '0: blank for blank',
  },
  {
    zh: '同上，绑定在左或作函数的比较对象',
    en: 'the same, where the bind stands at the left or beside a function',
    sql: ['SELECT COUNT(*) FROM T WHERE :1 = K', "SELECT COUNT(*) FROM T WHERE NVL(K, 'x') = :1"],
    binds: ['ab'],
    here: COUNT_1,
    oracle: '0: blank for blank',
  },
  {
    zh: 'CHAR 列与补足空格的文本不相等',
    en: 'a CHAR column is not equal to a text that is padded as it is',
    sql: ["SELECT COUNT(*) FROM T WHERE K = RPAD('ab', 5)"],
    here: { rows: [['0']] },
    oracle: '1: blank for blank',
  },
  {
    zh: '两个整数相除去掉小数',
    en: 'a whole number divided by a whole number loses its fraction',
    sql: ['SELECT 7 / 2 FROM DUAL'],
    here: { rows: [['3']] },
    oracle: '3.5',
  },
  {
    zh: '整数字面量运算止于 32 位',
    en: 'whole literals are calculated in 32 bits',
    sql: ['SELECT 2147483647 + 1 FROM DUAL'],
    here: { error: 1438 },
    oracle: '2147483648',
  },
  {
    zh: 'NUMBER 没有 38 位有效数字的限制',
    en: 'NUMBER keeps more than 38 digits',
    sql: [`SELECT COUNT(*) FROM T WHERE N + 1${'0'.repeat(60)} <> 1${'0'.repeat(60)}`],
    here: COUNT_1,
    oracle: '0: the sum is rounded',
  },
  {
    zh: 'GREATEST、LEAST 略过 NULL',
    en: 'GREATEST and LEAST pass over NULL',
    sql: ['SELECT GREATEST(1, NULL) FROM DUAL'],
    here: COUNT_1,
    oracle: 'NULL',
  },
  {
    zh: "REPLACE 换成 '' 得 NULL",
    en: "REPLACE with '' gives NULL",
    sql: ["SELECT REPLACE('ab', 'a', '') FROM DUAL"],
    here: { rows: [[null]] },
    oracle: 'b',
  },
  {
    zh: '没有别名的表达式的列名',
    en: 'names of expressions without alias',
    sql: ['SELECT COUNT(*) FROM T'],
    here: { columns: ['COUNT'] },
    oracle: 'COUNT(*)',
  },
  {
    zh: '列名截为 63 字节',
    en: 'names are cut to 63 bytes',
    sql: [`SELECT N AS ${'A'.repeat(100)} FROM T`],
    here: { columns: ['A'.repeat(63)] },
    oracle: 'all 100 from 12.2 on, before it ORA-00972',
  },
  {
    zh: 'USER 是替身自己的账号',
    en: "USER is the stand-in's own account",
    sql: ["SELECT COUNT(*) FROM DUAL WHERE USER <> 'OWNER'"],
    here: COUNT_1,
    oracle: '0',
  },
  {
    zh: '文本列与数字比较不转换',
    en: 'a text column is not converted beside a number',
    sql: ['SELECT N FROM T WHERE V = 1'],
    here: { error: 904 },
    oracle: 'ORA-01722 for this row, and rows where all are numbers',
  },
  {
    zh: '日期不存在的报错',
    en: 'the error of a day that is not on the calendar',
    sql: ["SELECT TO_DATE('20250230', 'YYYYMMDD') FROM DUAL"],
    here: { error: 1843 },
    oracle: 'ORA-01839',
  },
  {
    zh: '叫不出名称的错误是 ORA-03001；错误按 PostgreSQL 的次序',
    en: 'errors without a number here are ORA-03001; errors come in the order of PostgreSQL',
    sql: ['SELECT COUNT(*), V FROM T', 'SELECT V FROM T UNION SELECT N FROM T'],
    here: { error: 3001 },
    oracle: 'ORA-00937, ORA-01790',
  },
];

export const DEVIATIONS: readonly Deviation[] = [
  ...MISSING.map((each) => ({ kind: 'missing' as const, ...each })),
  ...ACCEPTED.map((each) => ({ kind: 'accepted' as const, ...each })),
  ...DIFFERENT.map((each) => ({ kind: 'different' as const, ...each })),
];
