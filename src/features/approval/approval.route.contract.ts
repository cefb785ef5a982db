import { z } from 'zod';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { centsField, done, idField, requiredText, text } from '#platform/shared/field.ts';
import { APPROVAL_KINDS, STEPS_MAXIMUM } from './approval.route.rules.ts';
import { editsRoutes, readsRoutes } from './approval.route.policy.ts';
import { CELL_READINGS, MATRIX_DOUBTS } from './approval.matrix.value.ts';

export const kindField = z.enum(APPROVAL_KINDS);

export const approverField = z.discriminatedUnion('type', [
  z.object({ type: z.literal('role'), role: z.enum(ORG_ROLES) }),
  z.object({ type: z.literal('lead') }),
  z.object({ type: z.literal('head') }),
  z.object({ type: z.literal('person'), userId: idField }),
]);

/** One step: its name as the company calls it (审核, 审批, 核准), who decides, and within how many working days. */
export const routeStep = z.object({
  name: requiredText(30),
  approver: approverField,
  mode: z.enum(['any', 'all']),
  dueDays: z.int().min(1).max(60).nullable(),
  escalate: approverField.nullable(),
});

const bandOrdered = (route: { fromCents: number | null; toCents: number | null }): boolean => route.fromCents === null || route.toCents === null || route.fromCents <= route.toCents;

const routeFields = z.object({
  kind: kindField,
  category: text(60),
  departmentId: idField.nullable(),
  fromCents: centsField.nullable(),
  toCents: centsField.nullable(),
  steps: z.array(routeStep).min(1).max(STEPS_MAXIMUM),
});
export type RouteFields = z.output<typeof routeFields>;

export const routeView = routeFields.extend({
  id: idField,
  position: z.int(),
  revision: z.int(),
  updatedBy: z.string().nullable(),
  updatedAt: z.string(),
});
export type RouteView = z.output<typeof routeView>;

const rosterView = z.object({
  people: z.array(z.object({ id: idField, name: z.string(), orgRole: z.enum(ORG_ROLES), departmentId: idField.nullable(), active: z.boolean() })),
  departments: z.array(z.object({ id: idField, name: z.string(), headId: idField.nullable() })),
  campaigns: z.array(z.object({ id: idField, name: z.string(), departmentId: idField.nullable() })),
  /** Categories that budgets use, so that a route is written in the same words. */
  categories: z.array(z.string()),
});

export const listRoutes = operation({
  id: 'approval.listRoutes', method: 'GET', path: '/api/approval-routes',
  summary: { zh: '审批路线', en: 'Approval routes' },
  access: signedIn(readsRoutes),
  output: rosterView.extend({ routes: z.array(routeView), can: z.object({ edit: z.boolean() }) }),
});
export type RouteBook = z.output<(typeof listRoutes)['output']>;

const routeParams = z.object({ routeId: idField });

export const saveRoute = operation({
  id: 'approval.saveRoute', method: 'PUT', path: '/api/approval-routes/:routeId',
  summary: { zh: '新建或修改一条审批路线', en: 'Write an approval route' },
  access: signedIn(editsRoutes),
  params: routeParams,
  /** `revision`: the one that the person saw; null for a new route. `afterId`: its place in its kind; null is the top, absent the end or where it stands. */
  body: routeFields.extend({ revision: z.int().nullable(), afterId: idField.nullish() }).refine(bandOrdered, { path: ['toCents'], params: { field: 'band' } }),
  output: routeView,
  errors: ['approval.route_changed', 'approval.route_gone', 'approval.route_person', 'approval.route_department'],
});

export const deleteRoute = operation({
  id: 'approval.deleteRoute', method: 'DELETE', path: '/api/approval-routes/:routeId',
  summary: { zh: '删除一条审批路线', en: 'Delete an approval route' },
  access: signedIn(editsRoutes),
  params: routeParams,
  query: z.object({ revision: z.coerce.number().int() }),
  output: done,
  errors: ['approval.route_changed'],
});

export const moveRoute = operation({
  id: 'approval.moveRoute', method: 'POST', path: '/api/approval-routes/:routeId/place',
  summary: { zh: '调整审批路线的先后', en: 'Move an approval route among those of its kind' },
  access: signedIn(editsRoutes),
  params: routeParams,
  body: z.object({ afterId: idField.nullable() }),
  output: done,
});

const stepAnswer = routeStep.pick({ name: true, mode: true, dueDays: true, approver: true }).extend({
  /** Who would decide today. `standIn`: who acts for an absent person. */
  people: z.array(z.object({ id: idField, name: z.string(), standIn: z.string().nullable() })),
  /** The step's own approver is missing (nobody has the role, the head is not named): management decides instead. */
  instead: z.boolean(),
});

export const tryRoute = operation({
  id: 'approval.tryRoute', method: 'GET', path: '/api/approval-routes/try',
  summary: { zh: '试一试：谁会审批', en: 'Who would approve it' },
  /** Everyone who asks for something may know who will decide it. */
  access: signedIn(),
  query: z.object({
    kind: kindField,
    amountCents: z.coerce.number().pipe(centsField).optional(),
    category: text(60).default(''),
    departmentId: idField.optional(),
    campaignId: idField.optional(),
    /** Who asks: no one approves their own request. */
    requesterId: idField.optional(),
  }),
  output: z.object({
    /** The route that fits first; null: none does, and management decides. */
    routeId: idField.nullable(),
    /** Earlier routes of the kind and why each did not fit. */
    passed: z.array(z.object({ routeId: idField, because: z.enum(['category', 'department', 'band']) })),
    steps: z.array(stepAnswer),
  }),
});
export type RouteTrial = z.output<(typeof tryRoute)['output']>;

const matrixCell = z.object({
  heading: z.string(),
  text: z.string(),
  reading: z.enum(CELL_READINGS),
  doubt: z.enum(MATRIX_DOUBTS).nullable(),
});

const matrixStep = z.object({
  name: text(30),
  /** The matrix's own word for who decides; `roles` has one choice to make for each. */
  role: z.string(),
  fromCents: z.int().nullable(),
  toCents: z.int().nullable(),
});

export const matrixView = z.object({
  tables: z.array(z.object({
    title: z.string(),
    rows: z.array(z.object({
      id: z.string(),
      item: z.string(),
      kind: kindField.nullable(),
      category: z.string(),
      department: z.string(),
      fromCents: z.int().nullable(),
      toCents: z.int().nullable(),
      steps: z.array(matrixStep),
      cells: z.array(matrixCell),
      doubts: z.array(z.enum(MATRIX_DOUBTS)),
    })),
  })),
  roles: z.array(z.object({ name: z.string(), times: z.int(), proposal: approverField.nullable() })),
  aside: z.array(z.string()),
});
export type MatrixView = z.output<typeof matrixView>;

export const readMatrix = operation({
  id: 'approval.readMatrix', method: 'POST', path: '/api/approval-routes/matrix/read',
  summary: { zh: '读取授权审批矩阵（xlsx）供核对，不写入', en: 'Read an authority matrix (xlsx) for review; nothing is written' },
  access: signedIn(editsRoutes),
  query: z.object({ name: text(200).default('') }),
  upload: true,
  output: matrixView,
  errors: ['approval.matrix_unreadable', 'approval.matrix_none'],
});

export const applyMatrix = operation({
  id: 'approval.applyMatrix', method: 'POST', path: '/api/approval-routes/matrix',
  summary: { zh: '写入核对过的审批路线', en: 'Write the routes that were reviewed' },
  access: signedIn(editsRoutes),
  /** `replace`: the kinds that occur (and `emptied`) hold these routes alone; `before`: these come first. `seen`: what stood there when it was reviewed. */
  body: z.object({
    mode: z.enum(['replace', 'before']),
    routes: z.array(routeFields.refine(bandOrdered, { path: ['toCents'], params: { field: 'band' } })).max(500),
    emptied: z.array(kindField).max(APPROVAL_KINDS.length).default([]),
    seen: z.array(z.object({ id: idField, revision: z.int() })).max(2_000),
  }),
  output: z.object({ routes: z.array(routeView) }),
  errors: ['approval.routes_changed', 'approval.route_person', 'approval.route_department'],
});
