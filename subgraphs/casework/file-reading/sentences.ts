/** Why file reading is open or closed (CPL 40). */
export const OPEN = {
  zh: '案件已移送审查起诉，辩护律师可以查阅、摘抄、复制本案的案卷材料（刑事诉讼法第四十条）。',
  en: 'The case has come to prosecution review: defence counsel may read, excerpt and copy its file (CPL 40).',
};
export const CLOSED = {
  zh: '案件尚未移送审查起诉：辩护律师自人民检察院对案件审查起诉之日起，才可以查阅、摘抄、复制本案的案卷材料（刑事诉讼法第四十条）。',
  en: 'The case has not come to prosecution review: defence counsel may read its file from that day on (CPL 40).',
};
