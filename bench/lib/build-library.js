import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** The bench measures what users get: dist. It is built when it is not there or older than src. */
export function buildLibrary() {
  const built = modified(new URL('dist/index.js', ROOT)) ?? modified(new URL('dist/core/index.js', ROOT));
  const sources = newest(new URL('src/', ROOT));
  if (built !== undefined && built >= sources) return;
  console.log('Building dist …');
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(ROOT),
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${stdout}\nThe build failed: there is nothing to measure.`);
  process.exit(1);
}

/** @param {URL} folder */
function newest(folder) {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.reduce((time, entry) => Math.max(time, modified(new URL(entry, folder)) ?? 0), 0);
}

/** @param {URL} file */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
