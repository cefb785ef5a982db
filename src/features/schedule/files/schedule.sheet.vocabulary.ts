/** What a column of a task list holds. */
export type SheetColumn = 'number' | 'name' | 'duration' | 'links' | 'start' | 'end' | 'parent';

/** Headings without spaces, brackets and what stands in them, in small letters. */
export const SHEET_HEADINGS: Readonly<Record<SheetColumn, readonly string[]>> = {
  number: ['序号', '编号', '任务编号', '任务序号', '标识号', '代号', '工序', '工序代号', '行号', 'no', 'no.', 'id', '#', 'taskid', 'activityid', 'number'],
  name: ['任务名称', '任务内容', '任务', '名称', '工作内容', '工作名称', '工作', '事项', '任务事项', 'task', 'taskname', 'name', 'title', 'activity', 'activityname', 'description'],
  duration: ['工期', '计划工期', '持续时间', '天数', '历时', '用时', '时长', '作业时间', 'duration', 'days', 'durationdays', 'dur'],
  links: ['依赖关系', '前置任务', '前置', '紧前任务', '紧前工作', '紧前工序', '紧前', '依赖', '依赖任务', '前置工作', 'predecessors', 'predecessor', 'dependson', 'dependencies', 'dependency', 'depends'],
  start: ['开始时间', '开始日期', '计划开始', '计划开始时间', '计划开始日期', '起始日期', '起始时间', '开始', 'start', 'startdate', 'starton', 'begin'],
  end: ['结束时间', '结束日期', '计划结束', '计划完成', '计划结束时间', '计划完成时间', '完成时间', '完成日期', '结束', 'end', 'enddate', 'finish', 'finishdate', 'endon'],
  parent: ['上级任务', '父任务', '所属任务', '上级', '父级', 'parenttask', 'parent', 'parentid', 'parenttaskid', 'partof'],
};
/** What says that a line is a part of none. */
export const NO_PARENT = /^(?:|0|[-—–/]|无|none|null)$/i;

/** `5`, `5天`, `2周`, `3个工作日`, `4自然日`; the third group is behind the point. */
export const DURATION_TEXT = /^(\d{1,6})(?:\.(\d+))?(天|日|d|days?|个?工作日|wd|workdays?|个?自然日|日历天|日历日|ed|edays?|周|星期|w|weeks?)?$/i;
export const WEEK_UNIT = /^(?:周|星期|w|weeks?)$/i;
export const PLAIN_DAY_UNIT = /^(?:个?自然日|日历天|日历日|ed|edays?)$/i;
/** A line under the tasks that adds them up is none of them. */
export const TOTAL_LINE = /^(?:合计|总计|小计|总工期|total|sum)$/i;
/** What stands between year, month and day: `2025年10月1日`, `2025/10/1`. */
export const DATE_MARKS = /[年月/.]/g;
