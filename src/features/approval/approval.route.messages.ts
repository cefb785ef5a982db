import { readingMessages } from '#features/reading/reading.messages.ts';
import type { UnreadableCode } from '#features/reading/reading.messages.ts';
import { defineMessages } from '#platform/shared/messages.ts';

const unreadable = (locale: 'zh-CN' | 'en', reason: unknown): string => readingMessages[locale].errors[reason as UnreadableCode] ?? readingMessages[locale].errors.failed;

/** Routes: the sentences of their problems. Texts of the page are in `approval.route.web.messages.ts`. */
export const approvalRouteMessages = defineMessages(
  {
    problems: {
      'approval.route_changed': ({ by }: Record<string, unknown>) => `${by ? `${String(by)}刚刚修改了这条路线` : '这条路线刚刚被修改过'}，您的修改还没有保存。请对照最新内容后再保存。`,
      'approval.route_gone': () => '这条路线刚刚被删除，您的修改还没有保存。需要保留时，请按这些内容新建一条。',
      'approval.route_person': () => '路线里有一位系统中不存在的人员。请重新选择审批人。',
      'approval.route_department': () => '所选的部门不存在，可能已被删除。请重新选择部门。',
      'approval.routes_changed': () => '核对期间，这些类别的路线已被其他人修改，没有写入任何内容。请刷新对照后再导入。',
      'approval.matrix_unreadable': ({ reason }: Record<string, unknown>) => unreadable('zh-CN', reason),
      'approval.matrix_none': () => '文件里没有找到授权审批矩阵。需要一张表：一列写事项，其余各列写审批角色（用 ①②③ 或“审核、审批”标明步骤），或写各金额档的审批人。',
    },
  },
  {
    problems: {
      'approval.route_changed': ({ by }: Record<string, unknown>) => `${by ? String(by) : 'Someone'} has just changed this route; your changes are not saved yet. Compare them with what stands there now, then save again.`,
      'approval.route_gone': () => 'This route has just been deleted; your changes are not saved. To keep them, make a new route of them.',
      'approval.route_person': () => 'The route names someone who is not in this company. Choose the approver again.',
      'approval.route_department': () => 'That department does not exist; it may have been deleted. Choose it again.',
      'approval.routes_changed': () => 'While you were reviewing, someone changed the routes of these kinds. Nothing was written. Reload, compare, and import again.',
      'approval.matrix_unreadable': ({ reason }) => unreadable('en', reason),
      'approval.matrix_none': () => 'No authority matrix was found. It needs a table with a column of items and columns of approving roles (steps marked ①②③ or by words), or columns of amount bands that name the approvers.',
    },
  },
);
