/**
 * The features in the order in which a campaign lives. A later one may ask an earlier one, never the other way round.
 * ARCHITECTURE.md shows the same tree; the boundaries check fails for a folder of `src/features` that is missing here.
 */
export const FEATURE_ORDER = [
  // what people bring
  'reading',
  // preparation
  'account',
  'notice',
  'approval',
  'campaign',
  'goal',
  'budget',
  'team',
  'schedule',
  'check',
  'plan',
  'playbook',
  'document',
  'briefing',
  // execution
  'resource',
  'partner',
  'channel',
  'onsite',
  'incident',
  'feedback',
  'monitoring',
  // retrospective, and across campaigns
  'evaluation',
  'archive',
  'knowledge',
  'followup',
  'portfolio',
  'integration',
] as const;
