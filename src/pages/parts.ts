import { html, type Html } from './html.ts';
import type { Language, Visit } from './visit.ts';

/** A point in time, in UTC: nobody knows where a visitor lives. @param seconds Unix seconds */
export function timeOf(seconds: number, { code }: Language): Html {
  const date = new Date(seconds * 1000);
  const text = date.toLocaleString(code, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return html`<time datetime="${date.toISOString()}">${text} UTC</time>`;
}

/** A day, in UTC. @param seconds Unix seconds */
export function dayOf(seconds: number, { code }: Language): Html {
  const date = new Date(seconds * 1000);
  const text = date.toLocaleDateString(code, { dateStyle: 'medium', timeZone: 'UTC' });
  return html`<time datetime="${date.toISOString().slice(0, 10)}">${text}</time>`;
}

/** A whole number as people of the language write it. */
export function numberOf(value: number, { code }: Language): string {
  return value.toLocaleString(code);
}

/** The first words of a text, for those who only want to know what a page is about. */
export function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length <= SUMMARY ? line : `${letters.slice(0, SUMMARY - 1).join('')}…`;
}

const SUMMARY = 200;

/** Says that the rest is for members, who have the app. */
export function forMembers({ language }: Pick<Visit, 'language'>): Html {
  return html`<p class="notice">${language.say('for_members')}</p>`;
}
