import { useDownload } from '../useDownload.ts';
import { Menu } from './Menu.tsx';

export interface DownloadItem {
  /** What the file is, with its kind: `Excel (.xlsx)`. */
  readonly label: string;
  readonly hint?: string;
  /** The address that the server makes the file at. */
  readonly address: string;
}

/** A menu of files to save; the page stays where it is. */
export function DownloadMenu({ label, items }: { readonly label: string; readonly items: readonly DownloadItem[] }) {
  const { download } = useDownload();
  return <Menu label={label} items={items.map(({ address, ...item }) => ({ ...item, key: address, icon: 'file', onSelect: () => download(address) }))} />;
}
