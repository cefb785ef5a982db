export { planContent, type PlanContent } from './plan.content.ts';
