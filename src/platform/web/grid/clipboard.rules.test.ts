import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtmlTable } from './clipboard-html.rules.ts';
import { parseTsv, readClipboard, toHtml, toTsv } from './clipboard.rules.ts';

/** Cells as they occur: tabs, line breaks, quotes, Chinese, and what looks like markup. No carriage return: it is a line break on every clipboard. */
const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', ',', ' ', '海', '&', '<', '>') })).map((text) => text.replaceAll('\r', ''));
const block = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

describe('tab-separated text', () => {
  it('comes back as it was written', () => {
    fc.assert(fc.property(block, (rows) => {
      expect(parseTsv(toTsv(rows))).toEqual(rows);
    }), { numRuns: 500 });
  });
  it('reads what Excel writes', () => {
    expect(parseTsv('物料制作费\t"帆布袋\n200个"\t8,000\r\n赠品\t"说 ""好"""\t\r\n')).toEqual([['物料制作费', '帆布袋\n200个', '8,000'], ['赠品', '说 "好"', '']]);
  });
  it('takes a quote inside a cell for a character', () => {
    expect(parseTsv('5" 屏\t1\n"甲" 与 "乙"\t2')).toEqual([['5" 屏', '1'], ['"甲" 与 "乙"', '2']]);
  });
  it('keeps one empty cell and drops only the last line break', () => {
    expect(parseTsv('')).toEqual([['']]);
    expect(parseTsv('a\n\n')).toEqual([['a'], ['']]);
  });
});

const visible = fc.string({ unit: fc.constantFrom('a', 'B', '1', '海', '报', '&', '<', '>', '"', "'", '(', ',') });
const htmlBlock = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(visible, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe('HTML tables', () => {
  it('come back as they were written', () => {
    fc.assert(fc.property(htmlBlock, (rows) => {
      expect(parseHtmlTable(toHtml(rows))?.cells).toEqual(rows);
    }), { numRuns: 300 });
  });
  it('repeat a merged 阶段 into the rows that it covers', () => {
    const html = toHtml([['前期筹备', 'a'], ['前期筹备', 'b'], ['中期执行', 'c']], [[2, 1], [0, 1], [1, 1]]);
    expect(html).toContain('<td rowspan="2">前期筹备</td>');
    const table = parseHtmlTable(html);
    expect(table?.cells).toEqual([['前期筹备', 'a'], ['前期筹备', 'b'], ['中期执行', 'c']]);
    expect(table?.covered[1]).toEqual([true, false]);
  });
  it('reads the markup of Excel and Word', () => {
    const html = `<html><head><style>td{color:red}</style></head><body><!--StartFragment-->
      <table border=0><col width=64><tr height=20><td class=xl63 style='mso-data-placement:same-cell'>海报500张<br>
      宣传册</td><td align=right>8,000&nbsp;</td></tr>
      <tr><td><p>一段</p><p>两段</p></td><td>&#65509;5&amp;6</td></tr></table><!--EndFragment--></body></html>`;
    expect(parseHtmlTable(html)?.cells).toEqual([['海报500张\n宣传册', '8,000'], ['一段\n两段', '￥5&6']]);
  });
  it('survives damage', () => {
    expect(parseHtmlTable('<p>no table</p>')).toBeUndefined();
    expect(parseHtmlTable('<table><tr><td>a<td>b<tr><td rowspan="99999" colspan=0>c')?.cells).toEqual([['a', 'b'], ['c']]);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'table', 'td', 'tr', '/', ' rowspan=', '"', '3', 'x', '&#', ';') }), (html) => {
      parseHtmlTable(html);
    }));
  });
});

describe('the clipboard as a whole', () => {
  it('prefers the text and takes merged values from the HTML', () => {
    const text = '前期筹备\t10月1日\n\t10月6日\n';
    const html = '<table><tr><td rowspan=2>前期筹备</td><td>10月1日</td></tr><tr><td>10月6日</td></tr></table>';
    expect(readClipboard({ text, html })).toEqual([['前期筹备', '10月1日'], ['前期筹备', '10月6日']]);
  });
  it('takes the cells of the HTML when the text falls apart, as from Word', () => {
    const html = '<table><tr><td>甲<p>乙</p></td><td>丙</td></tr></table>';
    expect(readClipboard({ text: '甲\n乙\t丙\n', html })).toEqual([['甲乙', '丙']]);
  });
  it('reads text without a table as cells', () => {
    expect(readClipboard({ text: '甲\t乙', html: '<b>甲</b>' })).toEqual([['甲', '乙']]);
  });
});
