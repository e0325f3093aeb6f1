// The banner below the page's header, for a lost connection or session.
import { el, fill } from './dom.js';

/** The banner; hidden while there is nothing to report. */
export const banner = el('div.banner', { role: 'alert', hidden: true });

/** Shows a sentence with a button. The same sentence is not announced again with each attempt. */
export function showBanner(words, action, run) {
  if (banner.dataset.words === words && !banner.hidden) {
    return;
  }
  banner.dataset.words = words;
  banner.hidden = false;
  fill(banner, el('span', null, words), el('button.small', { type: 'button', onclick: run }, action));
}
