import type { FullContent } from '../../../shapes/content.ts';
import { dateOrNull } from './date.ts';

/** A poll of a topic: here it has one question (dialects-additions A1.4). */
export interface Poll {
  readonly title: string;
  readonly startDate: string | null;
  readonly closed: boolean;
  readonly closedDate: string | null;
  readonly public: boolean;
  readonly votes: number;
  readonly questions: readonly {
    readonly question: string;
    readonly options: Readonly<Record<string, number>>;
  }[];
}

/** The poll of a topic; null without one. */
export function pollOf({ title, publishdate, content }: FullContent): Poll | null {
  const { polloptions, question = '', timeout = 0 } = content;
  if (polloptions === undefined) return null;
  const options = polloptions.map((option) => [option.title, option.votes] as const);
  return {
    title: question || title,
    startDate: dateOrNull(publishdate),
    closed: content.pollclosed === 1,
    closedDate: dateOrNull(timeout),
    public: content.public === 1,
    votes: content.votes ?? 0,
    questions: [{ question: question || title, options: Object.fromEntries(options) }],
  };
}
