import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What a picture is drawn to where nothing can be measured: the panel at 360 px. */
const USUAL = 336;
const NARROWEST = 240;
/** Root text size that the pictures' numbers are made for. */
const ROOT_TEXT = 13;

/**
 * The width to draw to, in units of a pixel at the usual text size: with larger text there are fewer
 * units, so that labels grow with the reader's setting.
 */
export function usePictureWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const unit = Number.isFinite(root) && root > 0 ? root / ROOT_TEXT : 1;
      const units = Math.round(element.clientWidth / unit);
      if (units > 0) setWidth(Math.max(NARROWEST, units));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [place]);
  return width;
}
