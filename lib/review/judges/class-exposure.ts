import type { Settings } from '../../guidelines/judge-use.ts';
import { type Judge, NOTHING } from './judge.ts';
export const judgeClassExposure: Judge<Settings<'class-exposure'>> = () => NOTHING;
