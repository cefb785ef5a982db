import { useState } from 'react';
import type { ProblemBody } from '#platform/shared/problem.ts';
import { ClientProblem } from './client.ts';
import { useToast } from './ui/Toast.tsx';

/** The name that the server gave a file (RFC 6266): the UTF-8 one where there is one. */
function nameOf(disposition: string): string {
  const utf8 = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return utf8 ? decodeURIComponent(utf8) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? 'download');
}

async function fetchFile(address: string): Promise<{ name: string; blob: Blob }> {
  const unreachable: ProblemBody = { type: 'about:blank', code: navigator.onLine ? 'network.failed' : 'network.offline', status: 0, title: '', data: {} };
  const response = await fetch(address, { credentials: 'same-origin' }).catch(() => {
    throw new ClientProblem(unreachable);
  });
  if (!response.ok) throw new ClientProblem({ ...unreachable, code: 'server.failed', ...((await response.json().catch(() => ({}))) as Partial<ProblemBody>), status: response.status });
  return { name: nameOf(response.headers.get('content-disposition') ?? ''), blob: await response.blob() };
}

/**
 * Saves a file that the server makes. The page stays where it is: a refusal becomes a toast in the server's words,
 * and `busy` holds the address while it is being made.
 */
export function useDownload(): { readonly busy: string | undefined; readonly download: (address: string) => void } {
  const toast = useToast();
  const [busy, setBusy] = useState<string | undefined>();
  const run = async (address: string) => {
    setBusy(address);
    try {
      const { name, blob } = await fetchFile(address);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      // Long enough for the browser to have taken it over.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      toast.showError(error);
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, download: (address) => void run(address) };
}
