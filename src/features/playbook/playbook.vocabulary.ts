/** The words in which days are told from the event, so that `readTaskWhen` reads them back, and how T2 writes days. */
export const DURING_EVENT = '活动期间';
export const OPENING_DAY = 'D日';
export const LAST_DAY = '活动最后一天';
export const DAY_BEFORE = (days: number): string => `D-${days}`;
export const DAY_AFTER = (days: number): string => `D+${days}`;
export const DAYS_AFTER_END = (days: number): string => `活动结束后${days}天`;
export const WORKDAY_AFTER_END = (days: number): string => `活动结束后${days}个工作日`;
export const WITHIN_WORKDAYS_AFTER_END = (days: number): string => `活动结束后${days}个工作日内`;
export const BY_TIME = (time: string): string => `${time}前`;
export const MONTH_DAY = (month: number, day: number): string => `${month}月${day}日`;
export const DAY_OF_MONTH = (day: number): string => `${day}日`;
export const WHOLE_DAYS = (from: string, to: string): string => `${from}至${to}`;

/** A day inside a note: `需10月15日到货`, and told from the event: `需D-1到货`. */
export const DAY_IN_NOTE = /(?<![\d年])(?<month>\d{1,2})月(?<date>\d{1,2})日/gu;
export const RELATIVE_IN_NOTE = /(?<![A-Za-z\d])D(?<offset>[+-]\d{1,3})(?![\d个~])/gu;

/** What only the company knows, left open in a text: `【产品名】`. */
export const PLACEHOLDER = /【[^【】\n]{1,30}】/gu;

/** How an owner cell names the groups of P3.1. */
export const GROUP_WORDS = { lead: '总负责人', planning: '策划组', execution: '执行组', monitoring: '监控组', logistics: '后勤组' } as const;
export const OWNERS_APART = /[、,，;；/]/u;
export const OWNERS_JOINED = '、';

/** A task before another one, as it is typed: `print`, `print SS`, `print FS+1天`, `print +2个工作日`. */
export const BEFORE_TASK = /^(?<key>\S+)(?:\s+(?<type>FS|SS|FF|SF)?\s*(?:(?<lag>[+-]\d{1,3})\s*(?<unit>个?工作日|wd|天|日|d)?)?)?$/iu;
export const LAG_IN_WORKDAYS = /工作日|wd/iu;
export const TASKS_APART = /[、,，;；\n]/u;
export const LAG_DAY = '天';
export const LAG_WORKDAY = '个工作日';
