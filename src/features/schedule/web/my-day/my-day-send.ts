import { callOperation } from '#platform/web/client.ts';
import { addPhoto, explainDelay, postponeTask, reportOnTask, setTaskState } from '../../work/schedule.work.contract.ts';
import type { QueuedAction } from './my-day-storage.ts';

/** Sends one action under its own key: after a lost answer the same request again changes nothing. */
export async function sendAction(action: QueuedAction): Promise<void> {
  const { id, at, campaignId, taskId } = action;
  const params = { campaignId, taskId };
  const options = { idempotencyKey: id };
  switch (action.kind) {
    case 'state':
      await callOperation(setTaskState, { params, body: { from: action.from, to: action.to, at } }, options);
      break;
    case 'postpone':
      await callOperation(postponeTask, { params, body: { id, toEndOn: action.toEndOn, cause: action.cause, reason: action.reason, move: action.move, at } }, options);
      break;
    case 'explain':
      await callOperation(explainDelay, { params, body: { id, cause: action.cause, reason: action.reason, at } }, options);
      break;
    case 'note':
      await callOperation(reportOnTask, { params, body: { id, text: action.text, at } }, options);
      break;
    case 'photo':
      await callOperation(addPhoto, { params, query: { name: action.name, id, at } }, { ...options, file: new File([action.photo?.bytes ?? new ArrayBuffer(0)], action.name, { type: action.photo?.type ?? 'image/jpeg' }) });
      break;
  }
}
