import { defineMessages } from '#platform/shared/messages.ts';

type Data = Readonly<Record<string, unknown>>;
const text = (data: Data, field: string): string => String(data[field] ?? '');
/** Has never confirmed a version of this plan. */
const isFirst = (data: Data): boolean => data['first'] !== false;
const place = (data: Data): string => [text(data, 'place'), text(data, 'link')].filter(Boolean).join(' ');

/** Sentences of problems and of what the team is told. */
export const briefingMessages = defineMessages(
  {
    calendar: { summary: (campaign: string, number: number) => `宣贯会：${campaign}（方案 v${number}）`, file: (campaign: string) => `${campaign} 宣贯会.ics` },
    problems: {
      'briefing.none': () => '还没有可以宣贯的方案版本。方案核准后，宣贯会自动开始。',
      'briefing.newer': () => '方案刚有了新的核准版本。请看过更新的内容再确认。',
      'briefing.questions_open': (data: Data) => `还有 ${text(data, 'open')} 个问题没有答对。答完后再确认。`,
      'briefing.question_gone': () => '这个问题已被总负责人撤下。请刷新页面后继续。',
      'briefing.answer_needed': () => '请先选一个答案，或写下您的回答。',
      'briefing.answer_missing': (data: Data) => `“${text(data, 'question')}”还不完整：单选题至少要两个选项，并选定正确答案；问答题不设选项。`,
      'briefing.changed': () => '这里的内容刚被改过。请看过最新的内容再保存，您写的文字还在。',
      'briefing.note_changed': () => '这段说明刚被改过。请看过最新的内容再保存，您写的文字还在。',
      'briefing.place_needed': () => '请填写会议地点或线上会议链接，至少一项。',
      'briefing.check_in_closed': () => '现在不能签到。会前 1 小时到会后 2 小时可以签到，其他时间请总负责人登记。',
      'briefing.not_member': () => '这位人员不在活动小组里。请从小组成员中选择。',
    },
    notices: {
      'briefing.opened': (data: Data) => isFirst(data)
        ? { title: `请阅读方案并确认：${text(data, 'campaign')}`, text: `方案 v${text(data, 'number')} 已核准。看看您组要做什么、什么时候做，读完点“已阅读并理解”。` }
        : { title: `方案有更新，请再确认：${text(data, 'campaign')}`, text: `方案 v${text(data, 'number')} 已核准。只需看与您有关的变化，确认即可。` },
      'briefing.reminder': (data: Data) => ({ title: `还差您的确认：${text(data, 'campaign')}`, text: `${text(data, 'by') ? `${text(data, 'by')}提醒您：` : ''}方案 v${text(data, 'number')} 等您阅读并确认，几分钟就能读完。` }),
      'briefing.meeting_set': (data: Data) => ({ title: `宣贯会 ${text(data, 'on')} ${text(data, 'from')}：${text(data, 'campaign')}`, text: `${place(data)}。会前请先阅读您组的内容。` }),
      'briefing.meeting_off': (data: Data) => ({ title: `宣贯会取消：${text(data, 'campaign')}`, text: `原定 ${text(data, 'on')} ${text(data, 'from')} 的宣贯会取消。方案内容仍请阅读并确认。` }),
      'briefing.meeting_soon': (data: Data) => ({ title: `宣贯会快到了：${text(data, 'on')} ${text(data, 'from')}，${text(data, 'campaign')}`, text: `${place(data)}。${data['open'] === true ? '您还没有确认方案，会前请先读完。' : ''}` }),
    },
  },
  {
    calendar: { summary: (campaign, number) => `Briefing: ${campaign} (plan v${number})`, file: (campaign) => `${campaign} briefing.ics` },
    problems: {
      'briefing.none': () => 'No version of the plan is approved yet. The briefing starts by itself with the approval.',
      'briefing.newer': () => 'A newer version of the plan was just approved. Look at what changed before you confirm.',
      'briefing.questions_open': (data) => `Questions still to be answered rightly: ${text(data, 'open')}. Answer them, then confirm.`,
      'briefing.question_gone': () => 'The lead has taken this question away. Reload the page and go on.',
      'briefing.answer_needed': () => 'Choose an answer, or write one.',
      'briefing.answer_missing': (data) => `“${text(data, 'question')}” is not complete: a choice needs two options at least and its right one; a question answered in words has none.`,
      'briefing.changed': () => 'This was changed a moment ago. Look at the latest before you save; your text is still there.',
      'briefing.note_changed': () => 'This note was changed a moment ago. Look at the latest before you save; your text is still there.',
      'briefing.place_needed': () => 'Give a place or a link, or both.',
      'briefing.check_in_closed': () => 'Check-in is open from 1 hour before the meeting until 2 hours after it. Otherwise the lead notes who attended.',
      'briefing.not_member': () => 'This person is not in the campaign team. Choose one of its members.',
    },
    notices: {
      'briefing.opened': (data) => isFirst(data)
        ? { title: `Please read and confirm: ${text(data, 'campaign')}`, text: `Plan v${text(data, 'number')} is approved. See what your group does and when, then press “Read and understood”.` }
        : { title: `The plan has changed, please confirm: ${text(data, 'campaign')}`, text: `Plan v${text(data, 'number')} is approved. Only look at what changed for you, then confirm.` },
      'briefing.reminder': (data) => ({ title: `Your confirmation is missing: ${text(data, 'campaign')}`, text: `${text(data, 'by') ? `${text(data, 'by')} reminds you: ` : ''}plan v${text(data, 'number')} waits for you to read and confirm; it takes a few minutes.` }),
      'briefing.meeting_set': (data) => ({ title: `Briefing on ${text(data, 'on')} at ${text(data, 'from')}: ${text(data, 'campaign')}`, text: `${place(data)}. Please read the page of your group before.` }),
      'briefing.meeting_off': (data) => ({ title: `Briefing called off: ${text(data, 'campaign')}`, text: `The meeting of ${text(data, 'on')} at ${text(data, 'from')} is called off. Please still read the plan and confirm.` }),
      'briefing.meeting_soon': (data) => ({ title: `Briefing soon: ${text(data, 'on')} at ${text(data, 'from')}, ${text(data, 'campaign')}`, text: `${place(data)}. ${data['open'] === true ? 'You have not confirmed the plan yet; please read it before.' : ''}` }),
    },
  },
);
