import { callOperation } from '#platform/web/client.ts';
import { listSectionUpdates, writeSection } from '../plan.section.contract.ts';
import type { Stash, SyncWire } from './SectionSync.ts';

const CHUNK = 32_768;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCodePoint(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.codePointAt(0) ?? 0);
}

/** The section on the server. */
export function sectionWire(campaignId: string, sectionId: string): SyncWire {
  const params = { campaignId, sectionId };
  return {
    send: async (update) => (await callOperation(writeSection, { params, body: { update: toBase64(update) } })).revision,
    async since(revision) {
      const found = await callOperation(listSectionUpdates, { params, query: { since: revision } });
      return { revision: found.revision, updates: found.updates.map(fromBase64) };
    },
  };
}

/** Unsent words of one person in one section, in this browser. */
export function sectionStash(userId: string, sectionId: string): Stash {
  const key = `muster.plan.${userId}.${sectionId}`;
  return {
    read() {
      try {
        const kept = localStorage.getItem(key);
        return kept ? fromBase64(kept) : undefined;
      } catch {
        return undefined;
      }
    },
    write(update) {
      try {
        if (update) localStorage.setItem(key, toBase64(update));
        else localStorage.removeItem(key);
      } catch {
        // A full or forbidden storage: the words are still on the page.
      }
    },
  };
}
