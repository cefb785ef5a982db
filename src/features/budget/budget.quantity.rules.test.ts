import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { productWords, purposeAgreement, quantitiesOf, quantityAgreement } from './budget.quantity.rules.ts';

const words = (detail: string, note = ''): string | null => {
  const found = quantitiesOf(detail, note);
  return found && productWords(found);
};

describe('unit price × quantity × times in the words of a line (T1)', () => {
  it.each([
    ['兼职人员10名(3天)', '200元/人/天', '10 名 × 3 天 × 200 元 = 6,000'],
    ['商圈展位租赁(3天)', '4000元/天', '3 天 × 4,000 元 = 12,000'],
    ['兼职人员１０名（３天）', '２００元／人／天', '10 名 × 3 天 × 200 元 = 6,000'],
    ['兼职人员10名（3天），每人每天200元', '', '10 名 × 3 天 × 200 元 = 6,000'],
    ['兼职人员10名 3天 200元/人天', '', '10 名 × 3 天 × 200 元 = 6,000'],
    ['10名×3天×200元', '', '10 名 × 3 天 × 200 元 = 6,000'],
    ['10名×3天×200元=6,000元', '含餐补', '10 名 × 3 天 × 200 元 = 6,000'],
    ['200元/人/天×10人×3天', '', '10 人 × 3 天 × 200 元 = 6,000'],
    ['30人*2次', '单价50元', '30 人 × 2 次 × 50 元 = 3,000'],
    ['30人*2次', '单价：50', '30 人 × 2 次 × 50 元 = 3,000'],
    ['海报500张', '单价2元', '500 张 × 2 元 = 1,000'],
    ['海报500张', '￥2.5/张', '500 张 × 2.5 元 = 1,250'],
    ['海报500张、宣传册2000本', '2元/张，3.5元/本', '500 张 × 2 元 + 2,000 本 × 3.5 元 = 8,000'],
    ['LED大屏租赁2天', '1.5万元/天', '2 天 × 15,000 元 = 30,000'],
    ['易拉宝(80×200cm)10个', '60元/个', '10 个 × 60 元 = 600'],
    ['喷绘30㎡', '50元/平方米', '30 ㎡ × 50 元 = 1,500'],
    ['主持人2名，3场', '1500元/人/场', '2 名 × 3 场 × 1,500 元 = 9,000'],
    ['信息流广告5万次', '0.035元/次', '50,000 次 × 0.035 元 = 1,750'],
    ['10月16日-18日商圈展位3天', '4000元/天', '3 天 × 4,000 元 = 12,000'],
    ['A4宣传单1000张', '0.8元/张', '1,000 张 × 0.8 元 = 800'],
  ])('%s · %s', (detail, note, expected) => {
    expect(words(detail, note)).toBe(expected);
  });

  it.each([
    ['nothing counted', '朋友圈广告投放', '7天投放周期'],
    ['two things and no price', '海报500张、宣传册2000本', '含设计费'],
    ['two things, one price for neither', '海报500张、宣传册2000本', '单价2元'],
    ['a price for one of the two', '海报500张、宣传册2000本', '2元/张'],
    ['an amount and no price', '朋友圈广告投放 1.5万元', ''],
    ['an amount beside the price', '兼职10名(3天)', '200元/人/天，另付餐费500元'],
    ['per person or per person and day', '兼职人员10名(3天)', '200元/人'],
    ['per day or per person and day', '兼职人员10名(3天)', '200元/天'],
    ['a unit price for one day or for all', '商圈展位租赁(3天)', '单价4000元'],
    ['a range', '场地3天', '3000-4000元/天'],
    ['about', '兼职约10名', '200元/人'],
    ['more than', '礼品500+份', '10元/份'],
    ['a discount', '礼品500份', '10元/份，9折'],
    ['a tax', '礼品500份', '10元/份，含6%税'],
    ['some are free', '礼品500份（赠50份）', '10元/份'],
    ['a part of it', '海报500张', '2元/张，预付30%'],
    ['per thousand', '曝光100万次', '单价30元/千次'],
    ['a count in words', '主持人两名、礼仪4名', '300元/人'],
    ['one unit twice', '主持人1名、礼仪4名', '300元/人'],
    ['a box of 24', '矿泉水10箱(24瓶)', '36元/箱'],
    ['a bare number', '展位3 200元/天', ''],
    ['an ordinal', '第3场主持', '1500元/场'],
    ['双十一', '双十一天猫旗舰店投放', '2000元/天'],
    ['prose longer than a cell', `${'说明'.repeat(200)}10名`, '200元/人'],
    ['no figures', '预算外突发情况处理', '按实报销'],
    ['empty', '', ''],
  ])('says nothing: %s', (_, detail, note) => {
    expect(words(detail, note)).toBeNull();
  });
});

describe('does the amount agree', () => {
  test('T1 of the source: every line agrees or says nothing', () => {
    const t1 = [['海报500张、宣传册2000本', 800_000, '含设计费'], ['朋友圈广告投放', 1_500_000, '7天投放周期'], ['商圈展位租赁(3天)', 1_200_000, '含基础设备'], ['兼职人员10名(3天)', 600_000, '200元/人/天'], ['预算外突发情况处理', 500_000, '按实报销']] as const;
    expect(t1.map(([detail, amountCents, note]) => quantityAgreement({ detail, note, amountCents })?.standing ?? null)).toEqual([null, null, null, 'agrees', null]);
  });
  it('says by how much it differs', () => {
    expect(quantityAgreement({ detail: '兼职人员10名(3天)', note: '200元/人/天', amountCents: 650_000 })).toEqual({ standing: 'differs', words: '10 名 × 3 天 × 200 元 = 6,000', productCents: 600_000, byCents: 50_000 });
    expect(quantityAgreement({ detail: '兼职人员10名(3天)', note: '200元/人/天', amountCents: 599_900 })).toMatchObject({ standing: 'differs', byCents: -100 });
  });
  it('takes a product rounded to whole yuan, and asks nothing of an empty amount', () => {
    expect(quantityAgreement({ detail: '礼盒30份', note: '33.33元/份', amountCents: 100_000 })?.standing).toBe('agrees');
    expect(quantityAgreement({ detail: '礼盒30份', note: '33.33元/份', amountCents: 99_950 })?.standing).toBe('differs');
    expect(quantityAgreement({ detail: '兼职人员10名(3天)', note: '200元/人/天', amountCents: 0 })).toBeNull();
  });
  it('reads the purpose of a request', () => {
    expect(purposeAgreement('印刷开业海报500张，单价2元', 100_000)?.standing).toBe('agrees');
    expect(purposeAgreement('印刷开业海报500张，单价2元', 120_000)).toMatchObject({ standing: 'differs', byCents: 20_000 });
    expect(purposeAgreement('支付印刷海报500张的尾款，单价2元', 50_000)).toBeNull();
  });
  it('finds any product again, exactly, however it is written', () => {
    const count = fc.integer({ min: 1, max: 5_000 });
    fc.assert(fc.property(count, count, fc.integer({ min: 1, max: 999_999 }), (people, days, cents) => {
      const yuan = String(cents / 100);
      const product = Number(BigInt(people) * BigInt(days) * BigInt(cents));
      fc.pre(product <= 999_999_999_999);
      for (const [detail, note] of [[`兼职${people}名(${days}天)`, `${yuan}元/人/天`], [`${people}人*${days}次`, `单价${yuan}元`], [`${people}名×${days}天×${yuan}元`, '']] as const) {
        expect(quantitiesOf(detail, note)?.cents).toBe(product);
        expect(quantityAgreement({ detail, note, amountCents: product })?.standing).toBe('agrees');
        if (product + 100 <= 999_999_999_999) expect(quantityAgreement({ detail, note, amountCents: product + 100 })?.standing).toBe('differs');
      }
    }));
  });
  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'0123456789元/人天名×*(),.=每单价万¥'), maxLength: 60 }), (detail, note) => {
      const found = quantitiesOf(detail, note);
      if (found) expect(Number.isSafeInteger(found.cents)).toBe(true);
    }));
  });
});
