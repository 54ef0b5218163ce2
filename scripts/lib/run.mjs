import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command at the root: `{ code, output }`. With `show` it writes to our terminal, else its output is collected.
 * A command that cannot start has code 127; one that takes longer than `timeout` ms is ended, with code 124.
 */
export function run(command, args, { show = false, env = {}, timeout } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  let late = false;
  const end = () => ((late = true), child.kill());
  const timer = timeout === undefined ? undefined : setTimeout(end, timeout);
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 127, output: error.message }));
    child.once('close', (code) => {
      clearTimeout(timer);
      done({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);

/** npm as the one that started us, else the one beside Node. */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return runNode(own, args, options);
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);
}

/** Runs, and throws with what the command wrote when it fails. */
export async function runOrFail(script, args, options) {
  const { code, output } = await runNode(script, args, options);
  if (code !== 0) throw new Error(output.trim() || `${script} ended with code ${code}.`);
  return output;
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
