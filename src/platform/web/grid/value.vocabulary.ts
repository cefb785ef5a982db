/** Signs that people write around an amount, after NFKC (so `￥` and full-width digits are already plain). */
export const MONEY_SIGNS = /^(?:¥|rmb|cny)\s*|\s*(?:元|rmb|cny)$/gi;
/** An amount in ten-thousands: `1.5万`, `10W`. */
export const TEN_THOUSANDS = /^([+-]?[\d.]+)\s*(?:万|w)$/i;
/** `10月1日`, `2025年10月1日`. */
export const WRITTEN_DAY = /^(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
/** The first word of a row that adds the others up. */
export const TOTAL_ROW = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|grand total|sub-?total|total|sum)[::]?$/i;
/** Marks that stand for "nothing yet". */
export const NOTHING = new Set(['', '-', '—', '–', '―', '/', '无']);
