import { cpus, loadavg, totalmem } from 'node:os';

/** What a bench ran on, and when. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  /** ISO date and time. */
  date: string;
  /** programs that wanted a core in the last minute, on average: above 1 a core it was busy */
  load: number;
}

export function thisMachine(): Machine {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    date: new Date().toISOString(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** The machine in one line. */
export function machineLine({ processor, cores, memoryGB, system, node, date, load }: Machine) {
  const busy = load > cores ? `, busy: ${load} programs wanted its cores` : '';
  return `${date.slice(0, 16)} on ${cores} × ${processor}, ${memoryGB} GB, ${system}, Node ${node}${busy}`;
}
