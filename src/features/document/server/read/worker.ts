import type { Understanding, UnderstandOptions } from '../../document.understanding.ts';
// Stand-in so that the server compiles while the readers are being written; the engineer of the reading engine replaces this file.
export async function readInWorker(_bytes: Buffer, _name: string, _options: UnderstandOptions): Promise<Understanding> {
  return { tables: [], goals: [], aside: [] };
}
