import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLooks } from '../../components/base/use-looks.ts';
import type { BenchData } from '../../components/bench/bench-data.ts';
import { BenchPage } from '../../components/bench/bench-page.tsx';
import { BenchDesk, emptyBench } from './bench-desk.ts';

/** Wires the bench to its worker, the library, the background and the preferences. */
export function Bench() {
  const [data, setData] = useState<BenchData>(emptyBench);
  const desk = useMemo(() => new BenchDesk(setData), []);
  const isSaved = useRef(true);
  isSaved.current = data.isSaved;

  useLooks();
  useEffect(() => {
    void desk.begin(location.hash);
    return () => desk.stop();
  }, [desk]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!isSaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  return <BenchPage data={data} actions={desk} />;
}
