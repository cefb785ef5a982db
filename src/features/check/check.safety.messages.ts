import { defineMessages } from '#platform/shared/messages.ts';
import { number, said, saidMessages, several, type Data } from './check.said.messages.ts';

const zh = saidMessages['zh-CN'];
const en = saidMessages.en;
type Named = Readonly<Record<string, string>>;
const zhKinds: Named = { crowd: '人流过多', equipment: '设备故障', complaint: '用户投诉', weather: '天气' };
const enKinds: Named = { crowd: 'crowding', equipment: 'equipment failure', complaint: 'complaints', weather: 'weather' };
const kinds = (data: Data, names: Named): readonly string[] => several(data, 'kinds').map((kind) => names[kind] ?? kind);

const zhFound = (d: Data): string => `文中有${zh.quoted(several(d, 'words'))}：“${said(d, 'around')}”`;
const enFound = (d: Data): string => `The text says ${en.quoted(several(d, 'words'))}: “${said(d, 'around')}”`;

/** What the rules on risks (R), personal data (D) and words (W) say. */
export const safetyWords = defineMessages(
  {
    R01: { name: '有应急预案', what: () => '还没有应急预案。', mend: () => '至少写明人流过多、设备故障、用户投诉三种情况：怎样发现、怎样处理、谁负责。' },
    R02: { name: '三类突发都有预案', what: (d: Data) => `应急预案没有写${zh.list(kinds(d, zhKinds))}。`, mend: () => '补上这几种情况的触发条件、应对措施和负责人。' },
    R03: { name: '每项风险有应对', what: (d: Data) => `风险“${said(d, 'risk')}”没有应对措施。`, mend: () => '写明发生后谁先做什么、再做什么。' },
    R04: { name: '每项风险有负责人', what: (d: Data) => `风险“${said(d, 'risk')}”没有负责人。`, mend: () => '写上当天处置的人。' },
    R05: { name: '高风险排在前面', what: (d: Data) => `“${said(d, 'risk')}”风险等级高，却排在较低的后面。`, mend: () => '按可能性 × 影响从高到低排列，现场打开先看到最要紧的。' },
    R06: { name: '高风险有触发条件和预防', what: (d: Data) => `“${said(d, 'risk')}”风险等级高，没有写${said(d, 'lacking') === 'trigger' ? '触发条件' : '预防措施'}。`, mend: () => '写明看到什么就启动预案，事先做什么来避免。' },
    R07: { name: '户外活动有天气预案', what: (d: Data) => `方案提到“${said(d, 'word')}”，应急预案没有写天气。`, mend: () => '写明降雨、大风、高温时怎样调整，备好遮雨与备用场地。' },
    D01: { name: '个人信息列成清单', what: (d: Data) => `方案要收集个人信息（“${said(d, 'word')}”${number(d, 'count') === '1' ? '' : `等 ${number(d, 'count')} 处`}），但没有个人信息清单。`, mend: () => '在方案的“个人信息清单”里列出收集哪些信息、为了什么、怎样征得同意、保存到哪天。' },
    D02: { name: '个人信息有用途', what: (d: Data) => `收集“${said(d, 'item')}”没有写明用途。`, mend: () => '写清用来做什么；没有明确用途的，不要收集。' },
    D03: { name: '个人信息有同意方式', what: (d: Data) => `收集“${said(d, 'item')}”没有写明怎样征得同意。`, mend: () => '写明告知与同意的方式，例如报名页勾选、问卷首页说明。' },
    D04: { name: '个人信息有删除日期', what: (d: Data) => `“${said(d, 'item')}”没有写保存到哪天。`, mend: () => '写上删除日期；只保存实现目的所必需的最短时间。' },
    D05: { name: '保存期限合理', what: (d: Data) => (said(d, 'kind') === 'early' ? `“${said(d, 'item')}” ${zh.dayOfYear(said(d, 'keepUntil'))}就要删除，活动 ${zh.dayOfYear(said(d, 'last'))}才结束。` : `“${said(d, 'item')}”要保存到 ${zh.dayOfYear(said(d, 'keepUntil'))}，超过活动结束后 ${number(d, 'months')} 个月。`), mend: () => '改成用途所必需的期限；确需更久的，写明依据。' },
    D06: { name: '敏感信息单独同意', what: (d: Data) => `“${said(d, 'item')}”属于敏感个人信息，没有写单独同意。`, mend: () => '说明必要性和影响，取得单独同意（《个人信息保护法》第二十九条）；能不收集就不收集。' },
    D07: { name: '亲子活动有监护人同意', what: (d: Data) => `活动面向“${said(d, 'word')}”，个人信息清单没有写监护人同意。`, mend: () => '收集不满十四周岁未成年人的信息，须取得父母或其他监护人同意（《个人信息保护法》第三十一条）。' },
    W01: { name: '不用“国家级、最高级、最佳”', what: (d: Data) => `${zhFound(d)}，属《广告法》第九条禁止的用语。`, mend: () => '换成事实：具体数字、评测结果或用户评价，并注明出处。' },
    W02: { name: '不用绝对化用语', what: (d: Data) => `${zhFound(d)}，对外使用可能被认定为绝对化用语。`, mend: () => '改成可以证明的说法；确有依据的，写明数据来源、范围和时间。' },
    W03: { name: '不作无法保证的承诺', what: (d: Data) => `${zhFound(d)}，是无法保证的承诺。`, mend: () => '写明条件、范围和期限，删去“绝对”“永久”“100%”这类保证。' },
    W04: { name: '不涉医疗功效', what: (d: Data) => `${zhFound(d)}。医疗、药品、医疗器械以外的广告不得涉及疾病治疗功能（《广告法》第十七条）。`, mend: () => '删去功效说法，改写使用感受；确属医药产品的，先取得广告审查。' },
    W05: { name: '不承诺收益', what: (d: Data) => `${zhFound(d)}，属对收益的保证性承诺（《广告法》第二十五条）。`, mend: () => '删去收益保证，写上风险提示。' },
    W06: { name: '不保证考试结果', what: (d: Data) => `${zhFound(d)}，属对教育培训效果的保证性承诺（《广告法》第二十四条）。`, mend: () => '改为介绍课程内容、师资和服务。' },
    W07: { name: '优惠与抽奖写明规则', what: (d: Data) => `${zhFound(d)}，需要写明规则。`, mend: () => '价格写明基准价和起止时间；抽奖写明条件、概率和奖品，最高奖不超过五万元（《规范促销行为暂行规定》）。' },
    W08: { name: '不借国家名义', what: (d: Data) => `${zhFound(d)}。广告不得使用国家机关及其工作人员的名义或形象（《广告法》第九条）。`, mend: () => '删去这些说法。' },
    W09: { name: '不贬低他人', what: (d: Data) => `${zhFound(d)}，可能贬低其他经营者（《广告法》第十三条）。`, mend: () => '只讲自己的产品；要比较的，用可以证实的数据。' },
  },
  {
    R01: { name: 'A contingency plan', what: () => 'There is no contingency plan.', mend: () => 'Write at least crowding, equipment failure and complaints: how it is seen, what is done, by whom.' },
    R02: { name: 'The three incidents', what: (d) => `The contingency plan leaves out ${en.list(kinds(d, enKinds))}.`, mend: () => 'Add trigger, response and owner for each.' },
    R03: { name: 'A response to every risk', what: (d) => `The risk “${said(d, 'risk')}” has no response.`, mend: () => 'Say who does what first, and then.' },
    R04: { name: 'An owner of every risk', what: (d) => `The risk “${said(d, 'risk')}” has no owner.`, mend: () => 'Name whoever acts on the day.' },
    R05: { name: 'High risks first', what: (d) => `“${said(d, 'risk')}” is a high risk and stands below lower ones.`, mend: () => 'Order by probability × effect, so that the gravest is seen first.' },
    R06: { name: 'Triggers of high risks', what: (d) => `“${said(d, 'risk')}” is a high risk without ${said(d, 'lacking') === 'trigger' ? 'a trigger' : 'prevention'}.`, mend: () => 'Say what starts the response, and what is done to avoid it.' },
    R07: { name: 'Weather, where it is outdoors', what: (d) => `The plan says “${said(d, 'word')}”, but nothing is planned for the weather.`, mend: () => 'Say what changes in rain, wind or heat.' },
    D01: { name: 'Personal data listed', what: (d) => `The plan collects personal data (“${said(d, 'word')}”, ${number(d, 'count')} times), but lists none.`, mend: () => 'List what is collected, for what, with which consent, until when.' },
    D02: { name: 'A purpose', what: (d) => `“${said(d, 'item')}” is collected without a purpose.`, mend: () => 'Say what it is for; without a purpose, do not collect it.' },
    D03: { name: 'A consent', what: (d) => `Nothing says how people agree to “${said(d, 'item')}” being collected.`, mend: () => 'Say how they are told and asked, such as a box on the form.' },
    D04: { name: 'A day of deletion', what: (d) => `Nothing says until when “${said(d, 'item')}” is kept.`, mend: () => 'Enter the day; keep it no longer than needed.' },
    D05: { name: 'A reasonable time', what: (d) => (said(d, 'kind') === 'early' ? `“${said(d, 'item')}” is to be deleted on ${en.dayOfYear(said(d, 'keepUntil'))}, before the campaign ends on ${en.dayOfYear(said(d, 'last'))}.` : `“${said(d, 'item')}” is kept until ${en.dayOfYear(said(d, 'keepUntil'))}, more than ${number(d, 'months')} months after the end.`), mend: () => 'Keep it as long as the purpose needs; say why if longer.' },
    D06: { name: 'Separate consent', what: (d) => `“${said(d, 'item')}” is sensitive personal data and has no separate consent.`, mend: () => 'Explain why it is needed and ask for separate consent (PIPL Art. 29), or do not collect it.' },
    D07: { name: 'Consent of guardians', what: (d) => `The campaign is for “${said(d, 'word')}”, but no guardian’s consent is listed.`, mend: () => 'Data of children under 14 needs the consent of a guardian (PIPL Art. 31).' },
    W01: { name: 'Words that the law names', what: (d) => `${enFound(d)}: forbidden by Art. 9 of the Advertisement Law.`, mend: () => 'Say a fact instead: a figure, a test, a customer’s words, with its source.' },
    W02: { name: 'No absolute words', what: (d) => `${enFound(d)}: in public it may count as an absolute claim.`, mend: () => 'Say what can be proved; give source, scope and time of the data.' },
    W03: { name: 'No promise without limits', what: (d) => `${enFound(d)}: a promise that cannot be kept.`, mend: () => 'Say conditions, scope and time.' },
    W04: { name: 'No medical effect', what: (d) => `${enFound(d)}. Only medical advertising may speak of treatment (Art. 17).`, mend: () => 'Describe how it feels to use it; medical products need a review first.' },
    W05: { name: 'No promised return', what: (d) => `${enFound(d)}: a guarantee of returns (Art. 25).`, mend: () => 'Take it out and warn of the risk.' },
    W06: { name: 'No promised results of exams', what: (d) => `${enFound(d)}: a guarantee of a training’s effect (Art. 24).`, mend: () => 'Describe courses, teachers and service.' },
    W07: { name: 'Rules of offers and draws', what: (d) => `${enFound(d)}: it needs its rules.`, mend: () => 'Give base price and dates; of a draw its conditions, chances and prizes, the highest up to 50,000 yuan.' },
    W08: { name: 'Not in the name of the state', what: (d) => `${enFound(d)}. Advertising may not use state organs or their staff (Art. 9).`, mend: () => 'Take it out.' },
    W09: { name: 'Nothing against others', what: (d) => `${enFound(d)}: it may disparage others (Art. 13).`, mend: () => 'Speak of your own product, or compare with data that can be proved.' },
  },
);
