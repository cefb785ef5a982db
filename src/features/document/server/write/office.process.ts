import { serveJobs } from '#platform/server/background/serve-jobs.ts';
import { writeEvaluation } from './docx.evaluation.writer.ts';
import { writePlan } from './docx.plan.writer.ts';
import { writeDocx } from './docx.writer.ts';
import type { OfficeJob } from './office.ts';
import { writeXlsx } from './xlsx.writer.ts';

serveJobs<OfficeJob, unknown>(() => (job) => {
  if (job.kind === 'evaluation') return writeEvaluation(job.data, job.locale);
  if (job.kind === 'plan') return writePlan(job.paper, job.locale);
  return job.kind === 'xlsx' ? writeXlsx(job.heading, job.shapes) : writeDocx(job.heading, job.shapes);
});
