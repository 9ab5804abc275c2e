import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** A bar that stays at the bottom of the window. What floats or is scrolled to keeps clear of it. */
export function BottomBar({ className, children }: { className: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!bar.current) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      style.setProperty('--bottom-bar-height', `${Math.ceil(height)}px`);
    });
    observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--bottom-bar-height');
    };
  }, []);
  return (
    <div ref={bar} className={className}>
      {children}
    </div>
  );
}
