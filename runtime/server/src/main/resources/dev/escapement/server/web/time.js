// Relative times that stay current: <time datetime title>, one timer for the page.
import { el } from './dom.js';

const UNITS = [
  ['year', 31536000],
  ['month', 2592000],
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** Returns a time as text relative to now: "3 minutes ago", "in 2 hours". */
export function ago(instant, now = Date.now()) {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS.at(-1);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** Returns a time as local date and time. */
export function at(instant) {
  return absolute.format(new Date(instant));
}

/** Returns a duration in milliseconds as text: "850 ms", "12.3 s", "4 min 10 s". */
export function duration(milliseconds) {
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Creates an element with a relative time, which remains current. */
export function timeElement(instant) {
  return el('time', { datetime: instant, title: at(instant) }, ago(instant));
}

/** Creates an element with the time until a deadline; it has the class "soon" in the last ten minutes and "late" after. */
export function deadlineElement(instant) {
  const element = el('time', { datetime: instant, title: at(instant), 'data-deadline': true });
  refresh(element);
  return element;
}

function refresh(element) {
  const instant = element.dateTime;
  const left = new Date(instant).getTime() - Date.now();
  const text = element.dataset.deadline === undefined ? ago(instant) : left < 0 ? `expired ${ago(instant)}` : `expires ${ago(instant)}`;
  if (element.textContent !== text) {
    element.textContent = text;
  }
  if (element.dataset.deadline !== undefined) {
    element.classList.toggle('soon', left >= 0 && left < 600000);
    element.classList.toggle('late', left < 0);
  }
}

setInterval(() => document.querySelectorAll('time[datetime]').forEach(refresh), 1000);
