import * as React from 'react';
import * as ReactDOM from 'react-dom';
import type { Me } from '../auth/routes';
import { registerDrawings } from './icons';
import { AnswerError, getJson } from './json';
import { Shell } from './Shell';
import { applyTheme, chosenTheme } from './theme';

/** Starts the shell; who is signed out goes to the sign-in page. */
async function start(): Promise<void> {
  applyTheme(chosenTheme());
  registerDrawings();
  try {
    const me = await getJson<Me>('/me');
    ReactDOM.render(<Shell me={me} />, document.getElementById('app'));
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status !== 401) throw error;
    const back = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?return=${encodeURIComponent(back)}`);
  }
}

void start();
