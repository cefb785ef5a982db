/** Words that tell what a row of a table is. */

export const TOTAL_WORD = /^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?(?:.{0,10}?)(?:合计|总计|共计|小计|总额|总价|总金额|总预算|总费用|总花费|总成本|总和|累计|汇总|总数|总人数|预算总额|费用总额|grandtotal|subtotal|total|sum)(?:金额|费用|预算|数|人数|数量)?(?:[(].{0,16}[)])?[:]?$/i;
export const TOTAL_WITH_AMOUNT = /^(?:以上)?(?:.{0,8}?)(?:合计|总计|共计|小计|总额|总金额|总预算|总费用|预算总额|费用总额|total)(?:金额|费用|预算)?(?:[(].{0,16}[)])?(?:约|为|是)?[:]?(?:约)?(?:人民币)?[¥]?[\d零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾].{0,40}$/i;
export const SUBTOTAL_WORD = /小计|subtotal|分计/i;
export const GRAND_WORD = /总计|总合计|总额|总预算|总费用|总金额|总花费|grandtotal/i;
export const NOTE_ROW = /^(?:备?注(?:\d|释|意)?\s*[:.、]|说明\s*[:]|附注|注意事项|温馨提示|提示[:]|※|\*\s*[^\d\s]|★|ps[:.]|以上|资料来源|数据来源|填表|制表|审核|编制|审批|单位[:]|日期[:]|第\d+页)/i;
export const CATEGORY_LIKE = /(?:费|费用|成本|备用金|支出|开支|金)$/;
/** Words at the start of a text total: `合计：46,000元`. */
export const TOTAL_LABEL = /^.*?(?:合计|总计|共计|小计|总额|总金额|总预算|总费用|预算总额|费用总额|total)(?:金额|费用|预算)?/i;
/** What stands in a column of numbers: `1`, `1.2`, `(一)`, `A-01`. */
export const ROW_NUMBER = /^(?:\d{1,4}|[(]?[一二三四五六七八九十]{1,3}[)]?|\d{1,2}(?:[.-]\d{1,2}){1,2}|[(]?\d{1,3}[.、)]|[a-z]{1,3}-?\d{1,4})$/i;
