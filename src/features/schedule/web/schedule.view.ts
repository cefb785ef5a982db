import type { Campaign } from '#features/campaign/campaign.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listSchedule } from '../schedule.contract.ts';

export type Schedule = OutputOf<typeof listSchedule>;

export interface ScheduleViewProps {
  readonly campaign: Campaign;
  readonly schedule: Schedule;
}
