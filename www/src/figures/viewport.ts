/** How far a scroller is scrolled, how much of it is seen, and how high its rows are; kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** As `--row` in figures.css, so that rows grow with the reader's font size. */
const ROW_REM = 3.5;

interface Viewport {
  top: number;
  height: number;
  rowHeight: number;
}

const rowHeight = (): number => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);

export function useViewport(scroller: HTMLElement | null): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: 0, rowHeight: rowHeight() });
  useLayoutEffect(() => {
    if (!scroller) return;
    const measure = (): void => {
      const head = scroller.firstElementChild?.clientHeight ?? 0;
      setViewport({ top: scroller.scrollTop, height: scroller.clientHeight - head, rowHeight: rowHeight() });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    scroller.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, [scroller]);
  return viewport;
}
