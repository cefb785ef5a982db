/** A mark that says yes in a column of its own: 里程碑, 固定日期. */
export const YES_MARK = /^(?:是|√|✓|☑.*|y|yes|true|1)$/i;
/** A duration that counts calendar days: `5自然日`, `5ed`. */
export const CALENDAR_DURATION = /(?:自然日|日历[天日]|ed|edays?)$/i;
