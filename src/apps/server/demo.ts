import type { z } from 'zod';
import { decideApproval, getApproval } from '#features/approval/approval.contract.ts';
import { editBudget, listBudget, type BudgetLine } from '#features/budget/budget.contract.ts';
import * as money from '#features/budget/budget.request.contract.ts';
import { createCampaign, moveCampaign } from '#features/campaign/campaign.contract.ts';
import { DEMO } from '#features/document/document.demo.fixture.ts';
import { submitEvaluation, updateEvaluation } from '#features/evaluation/evaluation.contract.ts';
import { editGoals, listGoals } from '#features/goal/goal.contract.ts';
import { startPreparing, submitPlan } from '#features/plan/plan.contract.ts';
import { editSchedule, listSchedule } from '#features/schedule/schedule.contract.ts';
import { addMember } from '#features/team/team.contract.ts';
import type { Change } from '#platform/server/events.ts';
import { newId } from '#platform/server/identity.ts';
import type { Handler, Reaction, Upload, Work } from '#platform/server/operation.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { AnyOperation, InputOf, OutputOf, RequestOf } from '#platform/shared/contract.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { FINISHED, type DemoOrder } from './demo.fixture.ts';
import { paperPdf } from './demo.paper.ts';

type Key = (typeof DEMO.people)[number]['key'];

/** The people of the demo, each doing their own part through the product's own operations, with their own rights. */
interface Stage {
  readonly departmentId: string;
  readonly people: Readonly<Record<Key, Actor>>;
  act<Op extends AnyOperation>(who: Key, operation: Op, input: RequestOf<Op> & Partial<Upload>): Promise<OutputOf<Op>>;
}

/**
 * Plays the finished campaign of the demo after the other one was made, in the same transaction. Plan, approvals, requests, invoices, payments and the
 * report are what the operations make of them: every event is the person's who acted, at the time of the loading.
 */
export function playFinishedCampaign(handlers: () => readonly Handler[]): Reaction {
  return async (work, event) => {
    const stage = openStage(work, event, handlers());
    const campaignId = await plan(stage, event.campaignId ?? '');
    await spendMoney(stage, campaignId);
    await evaluate(stage, campaignId);
  };
}

function openStage(work: Work<unknown>, event: Change, handlers: readonly Handler[]): Stage {
  const { people: ids, departmentId } = event.after as { people: Record<Key, string>; departmentId: string };
  const people = Object.fromEntries(DEMO.people.map(({ key, name, orgRole }) => [key, { userId: ids[key], name, orgRole, departmentId }])) as unknown as Record<Key, Actor>;
  return {
    departmentId, people,
    act<Op extends AnyOperation>(who: Key, operation: Op, input: RequestOf<Op> & Partial<Upload>) {
      const handler = handlers.find((one) => one.operation.id === operation.id);
      if (!handler) throw new Error(`nothing carries out ${operation.id}`);
      return work.perform<Op>(handler, people[who], finished(operation, input) as InputOf<Op>);
    },
  };
}

/** The parts that the operation declares, checked and with their defaults, as they would be from a request. */
function finished(operation: AnyOperation, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parts = (['params', 'query', 'body'] as const).filter((part) => input[part] !== undefined);
  return { ...input, ...Object.fromEntries(parts.map((part) => [part, (operation[part] as z.ZodType).parse(input[part])])) };
}

const LEAD: Key = 'chenjing';
/** Who decides what a route leaves to the lead, to finance and to management. */
const DECIDERS: Readonly<Record<string, Key>> = { lead: LEAD, finance: 'sunli', management: 'zhouzong' };

/** Everyone on the route agrees, one step after the other. */
async function approve({ act }: Stage, approvalId: string, reason: string): Promise<void> {
  const { steps } = await act(LEAD, getApproval, { params: { approvalId } });
  for (const { approver } of steps) {
    const decider = DECIDERS[approver.role ?? approver.type];
    if (!decider) throw new Error('nobody of the demo decides this step');
    const { finished: isDone } = await act(decider, decideApproval, { params: { approvalId }, body: { decision: 'approved', reason } });
    if (isDone) return;
  }
}

/** P1–P4: the plan has the tables of the other campaign, which were imported, with the days of its own year; it is submitted and approved, and the work begins. */
async function plan(stage: Stage, draftId: string): Promise<string> {
  const { act, people } = stage;
  const { id: campaignId } = await act(LEAD, createCampaign, { body: { ...FINISHED.campaign, leadId: people[LEAD].userId, departmentId: stage.departmentId } });
  const params = { campaignId };
  for (const { key, group } of DEMO.people) {
    if (group !== null && group !== 'lead') await act(LEAD, addMember, { params, body: { userId: people[key].userId, group } });
  }
  await copyTables(stage, { campaignId: draftId }, params);
  const { approvalId } = await act(LEAD, submitPlan, { params, body: { note: FINISHED.planNote, answer: FINISHED.planAnswer } });
  await approve(stage, approvalId, FINISHED.approvalWords.plan);
  await act(LEAD, startPreparing, { params });
  await act(LEAD, moveCampaign, { params, body: { to: 'live' } });
  return campaignId;
}

const inserted = <Row extends object>(fields: Row) => ({ type: 'insert' as const, id: newId(), fields });

async function copyTables({ act }: Stage, from: { campaignId: string }, params: { campaignId: string }): Promise<void> {
  const [{ goals }, { lines }, { tasks }] = [await act(LEAD, listGoals, { params: from }), await act(LEAD, listBudget, { params: from }), await act(LEAD, listSchedule, { params: from })];
  const rows = goals.map(({ metric, kind, unit, direction, target, note }) => inserted({ metric, kind, unit, direction, target, note }));
  await act('liuyang', editGoals, { params, body: { changes: rows } });
  await act('liuyang', editBudget, { params, body: { changes: lines.map(({ category, detail, amountCents, ownerText, note }) => inserted({ category, detail, amountCents, ownerText, note })) } });
  const moved = tasks.map(({ phase, dueTime, title, ownerText, ...task }, index) => inserted({ phase, dueTime, title, ownerText, ...FINISHED.days[index], note: FINISHED.notes[index] ?? task.note }));
  await act('liuyang', editSchedule, { params, body: { changes: moved } });
}

/** 申请 → 执行 → 核销: orders with their invoices and payments, one transfer, one draw on the reserve for an incident. */
async function spendMoney(stage: Stage, campaignId: string): Promise<void> {
  const { lines } = await stage.act(LEAD, listBudget, { params: { campaignId } });
  for (const [index, order] of FINISHED.orders.entries()) {
    // The transfer makes room for what follows it.
    if (index === 4) await transfer(stage, campaignId, lines);
    await spend(stage, campaignId, lineOf(lines, order.category), order);
  }
}

const lineOf = (lines: readonly BudgetLine[], category: string): string => lines.find((line) => line.category === category)?.id ?? '';

async function transfer(stage: Stage, campaignId: string, lines: readonly BudgetLine[]): Promise<void> {
  const { by, from, to, amountCents, purpose, effect, neededOn } = FINISHED.transfer;
  const { approvalId } = await stage.act(by, money.saveRequest, {
    params: { campaignId, requestId: newId() },
    body: { kind: 'transfer', lineId: lineOf(lines, from), toLineId: lineOf(lines, to), amountCents, purpose, effect, neededOn, submit: true },
  });
  await approve(stage, approvalId ?? '', FINISHED.approvalWords.money);
}

async function spend(stage: Stage, campaignId: string, lineId: string, order: DemoOrder): Promise<void> {
  const { act } = stage;
  const params = { campaignId, requestId: newId() };
  const { by, amountCents, payee, purpose, neededOn, incident } = order;
  const cause = incident === undefined ? { kind: 'spending' as const } : { kind: 'reserve' as const, causeKind: 'incident' as const, cause: incident };
  const { approvalId } = await act(by, money.saveRequest, { params, body: { ...cause, lineId, amountCents, payee, purpose, neededOn, submit: true } });
  await approve(stage, approvalId ?? '', FINISHED.approvalWords.money);
  for (const invoice of order.invoices) {
    const file = await act(by, money.uploadFile, { params: { campaignId }, query: { name: '' }, upload: { name: FINISHED.paper.name(invoice.number), bytes: invoicePaper(order, invoice) } });
    const invoiceId = newId();
    await act(by, money.recordInvoice, {
      params: { ...params, invoiceId },
      body: {
        kind: 'invoice', number: invoice.number, issuedOn: invoice.issuedOn, amountCents: invoice.amountCents, fileId: file.id, note: invoice.note,
        // The papers are as old as the campaign, the approvals of today.
        confirmed: ['before_approval'], explanation: FINISHED.invoiceExplanation,
      },
    });
    await act('sunli', money.checkInvoice, { params: { campaignId, invoiceId }, body: { decision: 'accepted', reason: FINISHED.accepted } });
    await act('sunli', money.payInvoice, { params: { campaignId, invoiceId }, body: { paidOn: invoice.paidOn, reference: invoice.number.slice(-8) } });
  }
  await act(by, money.closeRequest, { params, body: { reason: FINISHED.closing } });
}

function invoicePaper({ payee, purpose }: DemoOrder, { number, issuedOn, amountCents }: DemoOrder['invoices'][number]): Buffer {
  const { paper } = FINISHED;
  return paperPdf(paper.title, [paper.number(number), paper.on(issuedOn), paper.buyer(DEMO.department), paper.seller(payee), paper.item(purpose), paper.total(formatAmount(amountCents)), paper.footer]);
}

/** R1: the results, the tasks done, the report submitted and approved. Archiving is left for whoever looks at the demo. */
async function evaluate(stage: Stage, campaignId: string): Promise<void> {
  const { act } = stage;
  const params = { campaignId };
  const { tasks } = await act(LEAD, listSchedule, { params });
  await act('wangfang', editSchedule, { params, body: { changes: tasks.map(({ id, state }) => ({ type: 'update' as const, id, set: { state: { from: state, to: 'done' } } })) } });
  await act(LEAD, moveCampaign, { params, body: { to: 'reviewing' } });
  const { goals } = await act(LEAD, listGoals, { params });
  await act('lixiang', editGoals, {
    params,
    body: { changes: goals.map(({ id, metric, actual, note }) => ({ type: 'update' as const, id, set: { actual: { from: actual, to: FINISHED.results[metric] ?? null }, note: { from: note, to: FINISHED.goalNote } } })) },
  });
  const fields = ['highlights', 'shortcomings', 'nextSteps'] as const;
  await act(LEAD, updateEvaluation, { params, body: Object.fromEntries(fields.map((field) => [field, { from: '', to: FINISHED.judgement[field] }])) });
  const { approvalId } = await act(LEAD, submitEvaluation, { params });
  await approve(stage, approvalId, FINISHED.approvalWords.report);
}
