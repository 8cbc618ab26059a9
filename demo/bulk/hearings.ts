import { at } from '#demo/bulk/days.ts';
import type { Dice } from '#demo/bulk/dice.ts';
import type { Plan } from '#demo/bulk/plan.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';

/** @param open false where somebody accused is a minor (CPL 285) */
export function hearingOf(dice: Dice, { hearing }: Timeline, open: boolean): Plan['hearing'] {
  if (hearing === null) return null;
  const time = dice.oneOf(['09:00:00', '14:30:00']);
  return { at: at(hearing, time), room: `第${dice.oneOf(['六', '七', '八', '九'])}法庭`, open };
}
