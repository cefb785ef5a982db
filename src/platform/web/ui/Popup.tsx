import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ComponentProps, RefObject } from 'react';
import css from './Popup.module.css';

const GAP = 4;
const MARGIN = 8;
const TALLEST = 320;

function place(popup: HTMLElement, anchor: Element, matchWidth: boolean, tallest: number): void {
  const box = anchor.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - MARGIN - GAP;
  const above = box.top - MARGIN - GAP;
  const height = Math.min(popup.scrollHeight + 2, tallest);
  const upwards = below < height && above > below;
  popup.style.maxHeight = `${Math.min(tallest, Math.max(120, upwards ? above : below))}px`;
  popup.style.minWidth = `${matchWidth ? box.width : 160}px`;
  popup.style.maxWidth = `${Math.min(420, window.innerWidth - 2 * MARGIN)}px`;
  const left = Math.min(box.left, window.innerWidth - popup.offsetWidth - MARGIN);
  popup.style.left = `${Math.max(MARGIN, left)}px`;
  popup.style.top = upwards ? `${box.top - GAP - Math.min(height, above)}px` : `${box.bottom + GAP}px`;
}

export interface PopupProps extends ComponentProps<'div'> {
  readonly anchor: RefObject<Element | null>;
  /** A press outside the popup and its anchor, and Escape. */
  readonly onDismiss: () => void;
  readonly matchWidth?: boolean;
  /** In CSS pixels; default 320. */
  readonly tallest?: number;
}

/** A layer above everything (dialogs too) that hangs on its anchor and never leaves the window. Mount it to open it. */
export function Popup({ anchor, onDismiss, matchWidth = false, tallest = TALLEST, className = '', children, ...rest }: PopupProps) {
  const element = useRef<HTMLDivElement>(null);
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  useLayoutEffect(() => {
    element.current?.showPopover();
  }, []);
  useLayoutEffect(() => {
    if (element.current && anchor.current) place(element.current, anchor.current, matchWidth, tallest);
  });
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!element.current?.contains(target) && !anchor.current?.contains(target)) dismiss.current();
    };
    const moved = () => {
      if (element.current && anchor.current) place(element.current, anchor.current, matchWidth, tallest);
    };
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', moved);
    document.addEventListener('scroll', moved, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', moved);
      document.removeEventListener('scroll', moved, true);
    };
  }, [anchor, matchWidth, tallest]);
  return <div {...rest} ref={element} popover="manual" className={`${css['popup']} ${className}`}>{children}</div>;
}
