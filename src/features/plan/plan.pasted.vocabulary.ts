/** What stands before the words of a list item that Word draws itself: a dot, a dash, `1.`, `（一）`. */
export const LIST_POINT = /^[\s\u00A0]*[·•§\-–o●○■◆★➢✓]\s*/;
export const LIST_NUMBER = /^[\s\u00A0]*(?:[(（]?[0-9a-zA-Z一二三四五六七八九十]{1,3}[.)）、．])\s*/;
/** Between the cells of a table that becomes lines. */
export const CELL_RULE = '｜';
