export { approvedPlan, planContent, type PlanContent } from './plan.content.ts';
export { adoptPlanLists, type AdoptedLists } from './plan.lists.service.ts';
export { planLists } from './plan.lists.views.ts';
export { adoptSections, type AdoptedSection } from './plan.section.adopt.ts';
export { planSections, type SectionRow } from './plan.section.views.ts';
