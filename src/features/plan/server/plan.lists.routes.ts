import { handle, type Handler } from '#platform/server/operation.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import * as contract from '../plan.lists.contract.ts';
import { editList, listPlanLists } from './plan.lists.service.ts';

const rows = (body: { readonly changes: unknown }) => body.changes as RowChange[];

export const planListRoutes: readonly Handler[] = [
  handle(contract.listPlanLists, listPlanLists),
  handle(contract.editPersonas, (work, { body }) => editList(work, 'personas', rows(body))),
  handle(contract.editChannels, (work, { body }) => editList(work, 'channels', rows(body))),
  handle(contract.editMaterials, (work, { body }) => editList(work, 'materials', rows(body))),
  handle(contract.editSteps, (work, { body }) => editList(work, 'steps', rows(body))),
  handle(contract.editZones, (work, { body }) => editList(work, 'zones', rows(body))),
  handle(contract.editRisks, (work, { body }) => editList(work, 'risks', rows(body))),
  handle(contract.editQuestions, (work, { body }) => editList(work, 'questions', rows(body))),
  handle(contract.editData, (work, { body }) => editList(work, 'data', rows(body))),
];
