// Numbers, durations, names and decisions in words. Pure functions.

import { duration } from './time.js';

const INTEGER = new Intl.NumberFormat('en');
const TEXT_LIMIT = 300;

/** Returns the beginning of a text in one line; line breaks become spaces. */
export function firstLine(text) {
  const line = String(text).slice(0, TEXT_LIMIT).replace(/\s+/g, ' ').trim();
  return String(text).length > TEXT_LIMIT ? `${line}…` : line;
}

/** Returns words with a capital letter at the beginning. */
export function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

/** Returns the last part of a qualified name. */
export function simpleName(name) {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Returns the names of the agents from the root thread to a thread or question: the simple names, one after another. */
export function agentPath({ path, agent }) {
  return (path?.length ? path : [agent]).map(simpleName).join(' › ');
}

/** Returns an integer with separators, and another number digit by digit. Accepts texts of numbers of any size. */
export function number(value) {
  const text = String(value ?? 0);
  return /^-?\d+$/.test(text) ? INTEGER.format(BigInt(text)) : text;
}

/** Returns the milliseconds of an ISO 8601 duration such as PT1M2.5S; 0 for an unreadable one. */
export function milliseconds(iso) {
  const parts = /^(-)?P(?:(\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?)?$/.exec(iso ?? '');
  if (!parts) {
    return 0;
  }
  const [, sign, days, hours, minutes, seconds] = parts;
  const total = (((+(days ?? 0) * 24 + +(hours ?? 0)) * 60 + +(minutes ?? 0)) * 60 + +(seconds ?? 0)) * 1000;
  return sign ? -total : total;
}

/** Returns an ISO 8601 duration in words. */
export function took(iso) {
  return duration(milliseconds(iso));
}

/** Returns the amounts of a budget in words. */
export function amounts(budget) {
  const names = { steps: 'steps', modelCalls: 'requests', tokens: 'tokens', cost: 'cost', time: 'time' };
  return Object.entries(names)
    .filter(([key]) => budget[key] !== undefined)
    .map(([key, name]) => (key === 'time' ? took(budget.time) : `${number(budget[key])} ${name}`))
    .join(', ');
}

/** Returns a person's resolution of a call in words. */
export function answerWords(answer) {
  switch (answer.kind ?? answer.type) {
    case 'returned':
      return `returned ${answer.json ?? ''}`;
    case 'next':
      return `next call ${answer.tool} ${answer.json}`;
    case 'question':
      return `asks ${answer.text}`;
    case 'finished':
      return `finished with ${answer.json}`;
    case 'failed':
      return `failed: ${answer.reason}`;
    case 'run_again':
      return 'runs again';
    default:
      return JSON.stringify(answer);
  }
}
