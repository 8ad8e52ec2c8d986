import type { JudgeUse } from '../../guidelines/judge-use.ts';

/** What a computation is, beside what it finds: who weighs its evidence asks here, and not for its name. */
export interface Traits {
  /** It asks whether something became better: denied, it did not. */
  ofGain?: true;
  /** It tells by numbers: "did not fall from 8 to 4" leaves open what it fell to. */
  ofNumbers?: true;
  /** It holds numbers of one measure against each other, and knows better than the words around them. */
  ofMeasures?: true;
}

const TRAITS: { [Name in JudgeUse['use']]?: Traits } = {
  'measure-change': { ofGain: true, ofMeasures: true },
  'on-and-off': { ofGain: true },
  'own-routine': { ofGain: true },
  'pain-change': { ofGain: true, ofNumbers: true },
  relief: { ofGain: true, ofNumbers: true },
  'result-on-file': { ofGain: true },
  'then-and-now': { ofGain: true },
};

/** The traits of a computation by its name; none where none are known. */
export function traitsOf(use: JudgeUse['use'] | undefined): Traits {
  return (use && TRAITS[use]) ?? {};
}
