import { useRef, useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useRefresh } from '#platform/web/query.ts';
import { payInvoice } from '../budget.request.contract.ts';

export interface Payable {
  readonly id: string;
  readonly campaignId: string;
}

export interface PaymentRun {
  readonly done: number;
  readonly count: number;
  readonly running: boolean;
  /** By invoice: why it was not marked. */
  readonly failed: ReadonlyMap<string, unknown>;
}

export interface Payment {
  readonly run: PaymentRun | undefined;
  /** Marks one after the other. Answers how many were marked; what is left after `stop` is not touched. */
  readonly pay: (payables: readonly Payable[], how: { readonly paidOn: string; readonly reference: string }) => Promise<number>;
  readonly stop: () => void;
}

/** Marks several invoices as paid, one request each, so that one that fails does not take the others with it. A key belongs to one invoice, day and reference. */
export function usePayment(): Payment {
  const refresh = useRefresh();
  const [run, setRun] = useState<PaymentRun>();
  const stopped = useRef(false);
  const running = useRef(false);
  const keys = useRef(new Map<string, string>());
  const keyOf = (print: string): string => {
    const key = keys.current.get(print) ?? crypto.randomUUID();
    keys.current.set(print, key);
    return key;
  };
  return {
    run,
    stop: () => {
      stopped.current = true;
    },
    async pay(payables, how) {
      if (running.current) return 0;
      running.current = true;
      stopped.current = false;
      const failed = new Map<string, unknown>();
      let done = 0;
      const tell = (isRunning: boolean) => setRun({ done, count: payables.length, running: isRunning, failed: new Map(failed) });
      tell(true);
      for (const { id, campaignId } of payables) {
        if (stopped.current) break;
        try {
          await callOperation(payInvoice, { params: { campaignId, invoiceId: id }, body: how }, { idempotencyKey: keyOf(JSON.stringify([id, how])) });
          done += 1;
        } catch (error) {
          failed.set(id, error);
        }
        tell(true);
      }
      running.current = false;
      tell(false);
      await refresh('all');
      return done;
    },
  };
}
