// Processes of ours that run together: all end when one does, or when we are told to stop.
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

/** One of our processes ended otherwise than it should; it has said why itself. */
export class Ended extends Error {
  constructor(name, code) {
    super(`The ${name} ended with code ${code}.`);
    this.code = code;
  }
}

/** We were told to stop: nothing went wrong. */
export class Stopped extends Error {}

const running = new Set();
let stopping = false;
/** The first end that nobody asked for. */
let failure;

/** Ends all of them cleanly, told once: they finish what they are doing. */
export function stopAll() {
  if (stopping) return;
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
}

/** Ctrl-C reaches them, too; they go on stopping. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll);
}

/** Resolves when all have ended, with their highest code; throws when one ended unasked. */
export async function allEnded() {
  const codes = await Promise.all([...running].map(ended));
  if (failure) throw failure;
  return Math.max(0, ...codes);
}

/** Resolves with the exit code; one who was told to stop while it was ending already has none. */
const ended = (child) =>
  new Promise((done) => {
    const tell = (code) => done(code ?? (stopping ? 0 : 1));
    if (running.has(child)) child.once('exit', tell);
    else tell(child.exitCode);
  });

function watched(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  if (stopping) child.kill('SIGTERM');
  return child;
}

const endedAs = (name, code) => failure ?? (stopping ? new Stopped() : new Ended(name, code ?? 1));

/** Starts a process that stays, and resolves when it says that it listens. When it ends unasked, the others are ended. */
export async function startProcess(name, file, args) {
  const child = watched(fork(join(root, file), args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }));
  await new Promise((ready, fail) => {
    child.once('message', ready);
    child.stdout.on('data', (data) => (/^CRM: /.test(String(data)) ? ready() : process.stderr.write(data)));
    child.once('exit', (code) => {
      failure ??= stopping ? undefined : new Ended(name, code ?? 1);
      stopAll();
      fail(failure ?? new Stopped());
    });
  });
}

/** Runs a process to its end, on our terminal. */
export async function runToEnd(name, file, args, env = {}) {
  if (stopping) throw new Stopped();
  const child = watched(
    spawn(process.execPath, [join(root, file), ...args], { stdio: 'inherit', env: { ...process.env, ...env } }),
  );
  const code = await ended(child);
  if (stopping || code !== 0) throw endedAs(name, code);
}
