import { defineMessages } from '#platform/shared/messages.ts';

/** Sentences of problems, of this feature's own notices, and the frame of the mails. */
export const noticeMessages = defineMessages(
  {
    problems: {
      'notice.quiet_empty': () => '免打扰的开始和结束不能是同一时间。请改一下，或关闭免打扰。',
    },
    notices: {
      'notice.trial': (data: Record<string, unknown>) => ({ title: '这是一条试发的消息', text: `${String(data['name'])}，收到它，说明消息能送到您这里。` }),
    },
    /** For a code that this version does not know: a notice of a feature that is gone. */
    unknown: { title: '有一件与您有关的事', text: '打开查看详情。' },
    mail: {
      hello: (name: string) => `${name}，您好：`,
      manySubject: (count: number) => `您有 ${count} 条新消息`,
      many: (count: number) => `以下 ${count} 条消息您还没有看：`,
      open: '打开查看',
      all: '查看全部消息',
      footer: (company: string) => `这封邮件由${company}的点兵自动发出，请勿回复。`,
      settings: '修改接收方式',
    },
  },
  {
    problems: {
      'notice.quiet_empty': () => 'Quiet hours cannot begin and end at the same time. Change one of them, or switch quiet hours off.',
    },
    notices: {
      'notice.trial': (data) => ({ title: 'This is a trial notice', text: `${String(data['name'])}, now that you have it, notices reach you.` }),
    },
    unknown: { title: 'Something concerns you', text: 'Open it to see what it is.' },
    mail: {
      hello: (name) => `Hello ${name},`,
      manySubject: (count) => `You have ${count} new notices`,
      many: (count) => `You have not seen these ${count} notices yet:`,
      open: 'Open',
      all: 'See all notices',
      footer: (company) => `Sent automatically by Muster at ${company}; please do not reply.`,
      settings: 'Change what you are sent',
    },
  },
);
