export { approvedPlan, planContent, type PlanContent } from './plan.content.ts';
