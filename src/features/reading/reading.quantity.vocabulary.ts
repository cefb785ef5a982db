/** Words that count things; matched on text that `squeeze` has made uniform. */
export const SCALES: Record<string, number> = { 千: 1000, k: 1000, 万: 10_000, w: 10_000, 百万: 1_000_000, 千万: 10_000_000, 亿: 100_000_000 };
export const SCALE = '(?:百万|千万|万|亿|千|[kw](?![a-z]))';
export const UNIT = '(?:[一-龥㎡]{1,4}|%|‰|[a-z]{1,6}²?|m2)';
export const TIME_UNIT = '(?:天|日|次|场|小时|晚|周|个?月|期|轮|年|趟|节|班|h)';
export const ABOUT = /^(?:约|大约|近|预计约?|不少于|不低于|至少|不超过|最多|超过|[≥≤><]=?)+/;
export const ABOUT_AFTER = /^(?:左右|以上|以内|上下|余|多|\+)/;
export const SPLIT_ITEMS = /[、;\n+]|,(?!\d{3}(?!\d))|(?<=[张本个份件套台场次名人位块条只支])(?:和|及|以及)/;
export const SPLIT_RANGE = '(?:-|~|至|到)';
export const COUNT_UNITS = /^(?:张|本|个|份|件|套|台|场|次|名|人|位|块|条|只|支|箱|包|盒|袋|瓶|把|间|幅|面|辆|米|平米|平方米|㎡|组|批|对|双|篇|期|天|日|小时|人次|家|位|部|顶|桌|杯|卷|册|枚|粒|桶|吨|斤|公斤|kg|g|km|m|cm|m2|pcs|sets?|h|项|单|支|扇|棵|盆|束|片|根|颗|架|艘|匹|栋|层|晚|周|个月|月|轮|班|人天|工日|工作日|万|人\/次|元)$/i;
export const PRICE_FACTOR = /^[*@]?([\d,]+(?:\.\d+)?)元(?:\/[一-龥]{1,3})*(?:=[\d,.]+元?)?$/;
export const ABOUT_END = /(?:左右|以上|以内|上下)$/;
export const MORE = '\\+|余|多';
