import { channels, type SampleChannel, topics } from '../sample/phrases.ts';
import { pick } from '../sample/random.ts';

/** Levels of the deepest channels, their category included. */
const LEVELS = 8;

/** The sample's channels, and the more the larger the board is, in lines eight levels deep. */
export function seedChannels(nodes: number): readonly SampleChannel[] {
  const lines = Math.ceil(Math.sqrt(nodes) / 150);
  return [...channels, ...Array.from({ length: lines }, (_, index) => line(index, LEVELS))];
}

function line(index: number, levels: number): SampleChannel {
  const level = LEVELS - levels;
  const below = levels === 1 ? [] : [line(index, levels - 1)];
  return {
    title: `${pick(topics, index * LEVELS + level)} – ${index + 1}.${level + 1}`,
    description: '',
    category: level === 0,
    channels: below,
  };
}
