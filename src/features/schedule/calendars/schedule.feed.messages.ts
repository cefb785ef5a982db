import { defineMessages } from '#platform/shared/messages.ts';

/** What a calendar file says. */
export const feedMessages = defineMessages(
  {
    product: '点兵 Muster',
    own: (name: string) => `${name}的活动任务`,
    campaign: (name: string) => `${name} · 进度`,
    deadline: (title: string) => `截止：${title}`,
    occurrence: (label: string, title: string) => (label === '' ? title : `${label} · ${title}`),
    inCampaign: (title: string, campaign: string) => `${title}（${campaign}）`,
    marks: { done: '✓ ', milestone: '◆ ' },
    facts: { campaign: '活动', phase: '阶段', when: '时间节点', owner: '负责人', state: '完成情况', resource: '场地与设备', deliverable: '交付物', note: '备注' },
    fact: (name: string, value: string) => `${name}：${value}`,
    tentative: '方案尚未核准，时间可能调整',
  },
  {
    product: 'Muster',
    own: (name) => `Campaign tasks of ${name}`,
    campaign: (name) => `${name} · schedule`,
    deadline: (title) => `Due: ${title}`,
    occurrence: (label, title) => (label === '' ? title : `${label} · ${title}`),
    inCampaign: (title, campaign) => `${title} (${campaign})`,
    marks: { done: '✓ ', milestone: '◆ ' },
    facts: { campaign: 'Campaign', phase: 'Phase', when: 'When', owner: 'Owner', state: 'State', resource: 'Venues and equipment', deliverable: 'Deliverable', note: 'Note' },
    fact: (name, value) => `${name}: ${value}`,
    tentative: 'The plan is not approved yet; times may change',
  },
);
