let unsent = 0;
let answer: ((leaves: boolean) => void) | undefined;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Asks whether a person who has so many things unsent signs out all the same; without any there is no question. */
export async function mayLeave(count: number): Promise<boolean> {
  if (count === 0) return true;
  answer?.(false);
  unsent = count;
  const answered = new Promise<boolean>((resolve) => { answer = resolve; });
  tell();
  return answered;
}

export function answerLeave(leaves: boolean): void {
  unsent = 0;
  answer?.(leaves);
  answer = undefined;
  tell();
}

/** How many things are asked about; 0 while nothing is. */
export const leaveQuestion = (): number => unsent;
export function onLeaveQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
