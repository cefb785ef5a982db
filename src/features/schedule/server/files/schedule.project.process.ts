import { decodeText, DocumentUnreadable } from '#features/reading/server/xml.api.ts';
import { serveJobs } from '#platform/server/background/serve-jobs.ts';
import { plannedFromMspdi } from '../../files/schedule.mspdi.read.rules.ts';
import type { ProjectJob, ProjectReading } from './schedule.project.api.ts';
import { readMspdi } from './schedule.mspdi.ts';
import { NotMspdi } from './schedule.mspdi.xml.ts';

const MINUTES_TO_TICKS = 10;

serveJobs<ProjectJob, ProjectReading>(() => async ({ base64 }) => {
  try {
    const text = decodeText(Buffer.from(base64, 'base64'));
    const project = readMspdi(text);
    const day = project.minutesPerDay * MINUTES_TO_TICKS;
    return {
      name: project.name, tasks: plannedFromMspdi(project).map(({ baseline: _baseline, ...task }) => task),
      // Told, because they stay behind: who does it, and parts of a day.
      assignments: text.split('<Assignment>').length - 1, partDays: project.tasks.filter((task) => !task.isSummary && !task.isElapsed && task.duration % day !== 0).length,
    };
  } catch (error) {
    if (error instanceof NotMspdi) return { refused: error.code };
    if (error instanceof DocumentUnreadable) return { refused: 'unreadable', code: error.code };
    throw error;
  }
});
