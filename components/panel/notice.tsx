import type { ComponentChildren } from 'preact';
import type { Fault } from '../../lib/case/fault.ts';
import { Faults } from '../base/faults.tsx';

interface Props {
  title: string;
  lead: string;
  faults?: readonly Fault[];
  children?: ComponentChildren;
}

/** A page of the panel that has no review to show: what is so, why, and what can be done. */
export function Notice({ title, lead, faults = [], children }: Props) {
  return (
    <>
      <div class="page">
        <h2>{title}</h2>
        <p class="lead">{lead}</p>
        {children}
      </div>
      <Faults faults={faults} />
    </>
  );
}
