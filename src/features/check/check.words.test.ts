import { describe, expect, test } from 'vitest';
import { passingPlan } from './check.fixture.ts';
import { runCheck } from './check.rules.ts';
import { restrictedIn } from './check.texts.rules.ts';
import * as vocabulary from './check.words.vocabulary.ts';

const found = (text: string, words: vocabulary.RestrictedWords): readonly string[] => restrictedIn(text, words).map(({ word }) => word);
const ALL = [vocabulary.NAMED_IN_LAW, vocabulary.ABSOLUTE, vocabulary.PROMISE, vocabulary.MEDICAL, vocabulary.FINANCIAL, vocabulary.EDUCATION, vocabulary.PRICE, vocabulary.STATE, vocabulary.DISPARAGING] as const;

describe('words that alarm', () => {
  test.each([
    ['国家级水准的新品', '国家级'], ['达到最高级享受', '最高级'], ['您的最佳选择', '最佳'], ['最佳品质，值得信赖', '最佳'], ['打造国家级体验', '国家级'], ['秋季最佳新品', '最佳'],
  ])('named in the law: %s', (text, word) => expect(found(text, vocabulary.NAMED_IN_LAW)).toContain(word));

  test.each([
    ['全国第一的销量', '全国第一'], ['行业第一品牌', '行业第一'], ['第一品牌的选择', '第一品牌'], ['口碑第一，服务第一', '口碑第一'], ['最好的手机', '最好'], ['最先进的工艺', '最先进'], ['最便宜的价格', '最便宜'],
    ['全网最低价', '全网最'], ['史上最强优惠', '史上最'], ['独一无二的设计', '独一无二'], ['唯一选择', '唯一'], ['顶级配置', '顶级'], ['极品好茶', '极品'], ['NO.1 的选择', 'NO.1'], ['TOP1 品牌', 'TOP1'],
    ['世界级品质', '世界级'], ['最受欢迎的新品', '最受欢迎'], ['史无前例的折扣', '史无前例'], ['最优秀的团队为您服务', '最优秀'],
  ])('absolute: %s', (text, word) => expect(found(text, vocabulary.ABSOLUTE)).toContain(word));

  test.each([
    ['100%有效', vocabulary.PROMISE], ['绝对安全', vocabulary.PROMISE], ['永久免费使用', vocabulary.PROMISE], ['万能清洁剂', vocabulary.PROMISE], ['零风险体验', vocabulary.PROMISE], ['扫码必中', vocabulary.PROMISE],
    ['治愈失眠', vocabulary.MEDICAL], ['无副作用', vocabulary.MEDICAL], ['降血糖的饮料', vocabulary.MEDICAL], ['保本理财', vocabulary.FINANCIAL], ['稳赚不赔', vocabulary.FINANCIAL],
    ['考试包过', vocabulary.EDUCATION], ['名师押题', vocabulary.EDUCATION], ['限时秒杀', vocabulary.PRICE], ['原价 299 元', vocabulary.PRICE], ['到店抽奖', vocabulary.PRICE],
    ['国宴用酒', vocabulary.STATE], ['机关特供', vocabulary.STATE], ['吊打同类产品', vocabulary.DISPARAGING], ['比竞品更好', vocabulary.DISPARAGING],
  ])('%s', (text, words) => expect(found(text, words)).not.toEqual([]));
});

describe('the same characters that claim nothing', () => {
  test.each([
    '总结最佳实践，形成模板', '第一阶段：预热', '第一天 10:00 开场', '第一次彩排', '第一季度目标', '首先由执行组到岗', '最后清场', '最近三年的数据', '为每张券生成唯一标识', '唯一编码', '手机号唯一', '保证订单号的唯一性',
    '活动地点在国家级高新技术产业开发区', '国家级非物质文化遗产传承人到场', '申报国家级专精特新企业', '评选最佳员工奖', '最佳人气奖 3 名', '选择最佳观看位置', '最佳拍摄时间为傍晚', '最高级别响应', '最高级别审批由管理层负责',
    '第一时间上报总负责人', '安全第一的原则', '以用户第一的理念服务', '全国第一批试点门店', '行业第一现场', '最好提前 10 分钟到场', '最好是在上午', '最优路径', '一级域名与顶级域名', '唯一负责人为陈婧', '每组唯一对接人',
    '绝对值误差小于 5%', '绝对化用语自查', '资料永久保存', '永久性建筑除外', '万能角铁 20 根', '万能表 2 台', '完成率 100%', '100% 到岗', '治愈系音乐', '画面很治愈', '保本点测算', '承包过同类活动', '打包过程拍照', '红包过期提醒',
    '最后一天撤场', '不设抽奖环节', '参加金犊奖广告大奖赛', '不得使用“最佳”“第一”等绝对化用语', '文案避免出现国家级、最高级', '禁止使用顶级等字样', '“最佳”“唯一”等极限词检查', '物料上不出现“全网最低”', '最大承载量 200 人', '最低温度 18 度', '最晚 10 月 15 日到货',
  ])('%s', (text) => {
    expect(ALL.flatMap((words) => found(text, words))).toEqual([]);
  });

  test('a claim beside a harmless use is still found, once each', () => {
    expect(restrictedIn('最佳实践：做最佳产品，最佳体验', vocabulary.NAMED_IN_LAW)).toEqual([{ word: '最佳', around: '最佳实践：做最佳产品，最佳体验' }]);
  });
  test('a text that forbids in one sentence and claims in the next is found', () => {
    expect(found('不得使用极限词。我们是全国第一。', vocabulary.ABSOLUTE)).toEqual(['全国第一']);
  });
});

describe('the context decides the severity', () => {
  const severities = (plan: typeof passingPlan, rule: string) => runCheck(plan).filter((finding) => finding.rule === rule).map((finding) => finding.severity);
  test('what the law names blocks where customers read it, and warns inside the plan', () => {
    expect(severities({ ...passingPlan, campaign: { ...passingPlan.campaign, theme: '最佳新品' } }, 'W01')).toEqual(['error']);
    expect(severities({ ...passingPlan, sections: [{ id: 's', key: 'theme', title: '', words: '做行业里最佳的活动。' }] }, 'W01')).toEqual(['warning']);
  });
  test('absolute words warn outside and are a hint inside', () => {
    expect(severities({ ...passingPlan, channels: passingPlan.channels.map((slot) => ({ ...slot, content: '顶级配置' })) }, 'W02')).toEqual(['warning', 'warning', 'warning']);
    expect(severities({ ...passingPlan, sections: [{ id: 's', key: 'theme', title: '', words: '邀请顶级主播。' }] }, 'W02')).toEqual(['hint']);
  });
});

describe('personal data', () => {
  const withText = (words: string) => ({ ...passingPlan, data: [], sections: [{ id: 's', key: 'process', title: '', words }] });
  test.each(['现场扫码注册会员', '填写姓名和手机领取礼品', '登记姓名、手机号', '收集用户信息用于复购', '报名表由监控组汇总', '入场人脸识别'])('is collected: %s', (words) => {
    expect(runCheck(withText(words)).some(({ rule }) => rule === 'D01')).toBe(true);
  });
  test.each(['新增会员 10,000 人', '电话会议由策划组召集', '匿名问卷，不留联系人', '手机海报尺寸 1080×1920', '会员日活动'])('is not: %s', (words) => {
    expect(runCheck(withText(words)).some(({ rule }) => rule === 'D01')).toBe(false);
  });
});

describe('what is left open (P07)', () => {
  const open = (words: string) => runCheck({ ...passingPlan, sections: [...passingPlan.sections, { id: 'x', key: 'own', title: '备注', words }] }).some(({ rule }) => rule === 'P07');
  test.each(['场地待定', '【品牌名】新品发布', '联系【客服电话】', '由某某负责', '预算 XX 元', '金额____元', '【】', 'TBD', '主持人待确认', '具体见……', '???'])('%s is found', (words) => expect(open(words)).toBe(true));
  test.each(['【注意】提前到场', '【时间】10月16日', '【第一阶段】预热', 'XL 码 T 恤 50 件', '等待签到', '接待客户', '招待会', 'iPhone XR 展示', '邀请函…', '谁来主持？'])('%s is not', (words) => expect(open(words)).toBe(false));
});
