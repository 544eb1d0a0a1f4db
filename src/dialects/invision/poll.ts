import type { WireValue } from '../../protocol/wire.ts';
import { ApiError } from '../../errors.ts';
import { decoded } from './parameters.ts';

/** A poll as `content_poll` takes it. */
export interface NewPoll {
  readonly question: string;
  readonly polloptions: readonly string[];
  readonly multiple: boolean;
  readonly public: boolean;
}

interface PollGiven {
  readonly poll_title?: string | undefined;
  readonly poll_public?: boolean | undefined;
  readonly poll_options?: WireValue | undefined;
}

/**
 * The poll that a new topic is to have, if one is given: `poll_options[0][title]`, `[answers][]`, `[multichoice]`.
 * @throws ApiError `invalid_parameter` for several questions, which this board's polls have not
 */
export function pollGiven({
  poll_title: title = '',
  poll_public: isPublic = false,
  poll_options: questions,
}: PollGiven): NewPoll | undefined {
  if (!(questions instanceof Map) || questions.size === 0) return undefined;
  if (questions.size > 1)
    throw new ApiError('invalid_parameter', 'poll_options', 'a poll has one question here');
  const [question] = questions.values();
  if (!(question instanceof Map)) return undefined;
  const answers = question.get('answers');
  const options = answers instanceof Map ? [...answers.values()] : [];
  const asked = textOf(question.get('title'));
  return {
    question: asked || title,
    polloptions: options.map((option) =>
      textOf(option instanceof Map ? option.get('value') : option),
    ),
    multiple: /^(1|true)$/i.test(textOf(question.get('multichoice'))),
    public: isPublic,
  };
}

function textOf(value: WireValue | undefined): string {
  return typeof value === 'string' ? decoded('poll_options', value) : '';
}
