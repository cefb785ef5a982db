/** Between two predecessors, after full-width marks are made plain. */
export const LINK_BREAK = /[,、;\n]+/;

/** `2`, `3SS`, `4FS+1`, `A-1 SF - 2 个工作日`: number, type, lag with its unit. */
export const LINK_TEXT = /^(.+?)\s*(FS|SS|FF|SF)?\s*(?:([+-])\s*(\d{1,6})\s*(wd|ed|d|days?|edays?|个?工作日|个?自然日|日历[天日]|[天日])?)?$/i;

export const WORKDAY_UNIT = /^(?:wd|个?工作日)$/i;
export const CALENDAR_DAY_UNIT = /^(?:ed|edays?|个?自然日|日历[天日])$/i;
