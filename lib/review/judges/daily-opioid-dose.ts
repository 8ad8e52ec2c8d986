import type { Settings } from '../../guidelines/judge-use.ts';
import { type Judge, NOTHING } from './judge.ts';
export const judgeDailyOpioidDose: Judge<Settings<'daily-opioid-dose'>> = () => NOTHING;
