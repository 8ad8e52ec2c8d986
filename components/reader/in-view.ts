import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether an element is near what its scrolling part shows; what is far need not be drawn. */
export function useNear(element: RefObject<Element | null>, margin = '100%'): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const options: IntersectionObserverInit & { scrollMargin?: string } = {
      rootMargin: `${margin} 0px`,
      scrollMargin: `${margin} 0px`,
    };
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting === true),
      options,
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, margin]);
  return near;
}
