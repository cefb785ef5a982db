import { defineMessages } from './messages.ts';

/** Sentences for the problems that any operation can answer, and for fields that fail their check. */
export const problemMessages = defineMessages(
  {
    codes: {
      'request.invalid': () => '有内容没有填对，请按提示修改后再提交。',
      'request.foreign_origin': () => '这个请求来自别的网站，已拒绝。请在本系统的页面中操作。',
      'request.too_large': () => '内容太大，无法接收。请拆分后再试。',
      'request.too_many': (data: Record<string, unknown>) => `操作太频繁，请 ${String(data['retryAfterSeconds'] ?? 60)} 秒后再试。`,
      'access.signed_out': () => '登录已失效，请重新登录。',
      'access.denied': () => '您没有权限做这件事。如确有需要，请联系总负责人或管理员。',
      'access.not_found': () => '没有找到，可能已被删除，或您无权查看。',
      'server.failed': (data: Record<string, unknown>) => `系统出错了，您的内容没有被保存。请稍后再试；若仍不行，请把编号 ${String(data['requestId'] ?? '')} 告诉管理员。`,
    },
    fields: {
      required: '请填写',
      tooShort: (minimum: number) => `至少 ${minimum} 个字符`,
      tooLong: (maximum: number) => `最多 ${maximum} 个字符`,
      tooSmall: (minimum: string) => `不能小于 ${minimum}`,
      tooBig: (maximum: string) => `不能大于 ${maximum}`,
      tooFew: (minimum: number) => `至少 ${minimum} 项`,
      tooMany: (maximum: number) => `最多 ${maximum} 项`,
      email: '请填写有效的邮箱地址',
      day: '请填写有效的日期，例如 2025-10-01',
      format: '格式不正确',
      choice: '请从选项中选择',
      unknownField: (names: string) => `不认识的内容：${names}`,
      periodReversed: '结束日期不能早于开始日期',
    },
  },
  {
    codes: {
      'request.invalid': () => 'Some of the input needs mending. Follow the hints and submit again.',
      'request.foreign_origin': () => 'This request came from another website and was refused. Please work in this system’s own pages.',
      'request.too_large': () => 'That is too large to accept. Please split it and try again.',
      'request.too_many': (data) => `Too many attempts. Please try again in ${String(data['retryAfterSeconds'] ?? 60)} seconds.`,
      'access.signed_out': () => 'You are signed out. Please sign in again.',
      'access.denied': () => 'You are not allowed to do this. If you need to, ask the campaign lead or an administrator.',
      'access.not_found': () => 'Nothing found. It may have been deleted, or you may not see it.',
      'server.failed': (data) => `Something broke and nothing was saved. Please try again later; if it persists, give the administrator this number: ${String(data['requestId'] ?? '')}.`,
    },
    fields: {
      required: 'Required',
      tooShort: (minimum) => `At least ${minimum} characters`,
      tooLong: (maximum) => `At most ${maximum} characters`,
      tooSmall: (minimum) => `Not less than ${minimum}`,
      tooBig: (maximum) => `Not more than ${maximum}`,
      tooFew: (minimum) => `At least ${minimum}`,
      tooMany: (maximum) => `At most ${maximum}`,
      email: 'Enter a valid email address',
      day: 'Enter a valid date, such as 2025-10-01',
      format: 'Not in the right form',
      choice: 'Choose one of the options',
      unknownField: (names) => `Unknown: ${names}`,
      periodReversed: 'The end must not be before the start',
    },
  },
);
