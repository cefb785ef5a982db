import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { Tone } from './Marks.tsx';
import css from './Banner.module.css';

export type BannerTone = Extract<Tone, 'plain' | 'doing' | 'done' | 'warn' | 'late'>;

/** A sentence that concerns the whole page or form. `late` and `warn` are announced. */
export function Banner({ tone = 'plain', children, action }: { readonly tone?: BannerTone; readonly children: ReactNode; readonly action?: ReactNode }) {
  const urgent = tone === 'late' || tone === 'warn';
  return (
    <div className={`${css['banner']} ${css[tone] ?? ''}`} role={urgent ? 'alert' : 'status'}>
      <Icon name={tone === 'done' ? 'check' : urgent ? 'warn' : 'comment'} />
      <div>{children}</div>
      {action}
    </div>
  );
}
