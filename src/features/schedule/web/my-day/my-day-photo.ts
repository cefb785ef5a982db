import { PHOTO_LIMIT } from '../../work/schedule.work.contract.ts';
import type { StoredPhoto } from './my-day-storage.ts';

/** Enough to read a label on a box; a tenth of what a camera makes. */
const LONGEST_EDGE = 1_600;
const QUALITY = 0.82;

export interface ReadyPhoto extends StoredPhoto {
  readonly name: string;
}

/** A photo as it is sent: at most 1,600 px on its longer edge, upright, JPEG, without what the camera wrote into it. Undefined when it cannot be read. */
export async function readyPhoto(file: File): Promise<ReadyPhoto | undefined> {
  const blob = await scaled(file).catch(() => undefined);
  if (blob) return { name: `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`, type: 'image/jpeg', bytes: await blob.arrayBuffer() };
  // A browser that cannot draw the format (HEIC) sends it as it is.
  if (!/\.(heic|jpe?g|png|webp)$/i.test(file.name) || file.size > PHOTO_LIMIT) return undefined;
  return { name: file.name, type: file.type, bytes: await file.arrayBuffer() };
}

async function scaled(file: File): Promise<Blob | undefined> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return (await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); })) ?? undefined;
}
