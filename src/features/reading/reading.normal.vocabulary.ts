/** Patterns of writing that every part of the import shares. */

/** A cell that says "nothing here". */
export const BLANK_MARK = /^(?:[-_/\\*]{1,6}|无|暂无|没有|n\/?a|none|nil|null|空)$/i;

/** Not decided yet. */
export const PENDING_MARK = /^(?:待定|待确认|待补充|待填写?|待报价|待核定?|待落实|待议|未定|暂定|另议|面议|另行通知|视情况而定|tbd|tbc|[?？]+|x{2,}|_{2,})$/i;

/** "一、", "(二)", "第三章", "1.2", "3)" and Markdown's # before a heading. */
export const HEADING_NUMBER =
  /^(?:#{1,6}\s*)?(?:第[一二三四五六七八九十百\d]+[章节部分条]\s*|附?[表图]\s*[一二三四五六七八九十\d]+(?:[-.]\d+)*\s*[:、.]?\s*|附件?\s*[一二三四五六七八九十\d]*\s*[:、.]\s*|[(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)]\s*[、.]?|(?:[一二三四五六七八九十]{1,3}|[ivx]{1,4})\s*[、.,:]\s*|\d{1,2}(?:\.\d{1,2}){0,3}\s*(?:[、):]|\.(?!\d))\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+)/i;

/** A section heading by its Chinese number, Markdown mark or "第…章". */
export const SECTION_HEADING = /^(?:#{1,6}\s+\S|第[一二三四五六七八九十百\d]+[章节部分]|[(]?[一二三四五六七八九十]{1,3}[)、.]\s*\S)/;

/** A list mark before an item. */
export const LIST_MARK = /^(?:[-*+•·●○▪■◆➢►>]\s+|[•·●▪◆➢►√✓]\s*|[(]?\d{1,2}[)、]\s*|\d{1,2}\.(?!\d)\s*|[①-⑳]\s*)/;

const digits: Record<string, number> = {
  零: 0, '〇': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const tens: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const large: Record<string, number> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

export const CHINESE_NUMBER = /^[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]+$/;

/** `三千五百` → 3500, `一万五` → 15000, `二〇二五` → 2025; undefined when it is not a Chinese number. */
export function chineseNumber(text: string): number | undefined {
  if (!CHINESE_NUMBER.test(text) || text.length > 24) return undefined;
  if ([...text].every((char) => char in digits)) return Number([...text].map((char) => digits[char]).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  let unit = 1;
  for (const char of text) {
    if (char in digits) digit = digits[char] ?? 0;
    else if (char in tens) {
      unit = tens[char] ?? 1;
      section += (digit || 1) * unit;
      digit = 0;
    } else {
      unit = large[char] ?? 1;
      total = (total + section + digit) * unit;
      section = 0;
      digit = 0;
    }
    if (char === '零' || char === '〇') unit = 1;
  }
  // "一万五" ends in a bare digit: it counts the next smaller unit.
  const tail = digit && unit >= 100 ? digit * (unit / 10) : digit;
  return total + section + tail;
}
