import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const WINDOWS = process.platform === 'win32';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_APPS = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** A quiet Chromium that also runs as root and without a graphics card. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The first Chromium or Chrome that starts: CHROMIUM_PATH, one on the PATH or in its usual place, Playwright's own.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file: correct it, or unset it to have one found.`);
    return chosen;
  }
  return [...installed(), chromium.executablePath()].find((path) => existsSync(path) && starts(path));
}

/**
 * `findChromium`, and where there is none, an attempt to install one.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one. CHROMIUM_PATH=/path/to/chrome chooses one of your own.');

  const root = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const attempts = [
    () => run('npx', ['playwright', 'install', 'chromium']),
    // Playwright's download lacks system libraries on a bare machine.
    () => root && existsSync(chromium.executablePath()) && run('npx', ['playwright', 'install-deps', 'chromium']),
    () => root && run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']),
  ];
  for (const attempt of attempts) {
    attempt();
    const path = findChromium();
    if (path) return path;
  }
  throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to the one that you have.');
}

/** @returns {string[]} */
function installed() {
  if (WINDOWS) {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? WINDOWS_APPS.map((app) => join(root, app)) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.platform === 'darwin' ? [...onPath, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)] : onPath;
}

/**
 * Ubuntu's `chromium-browser` is a stub that asks for snap, and a download may lack libraries: being there is not enough.
 * @param {string} path
 */
function starts(path) {
  // On Windows `--version` would open a window.
  if (WINDOWS) return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env, shell: WINDOWS, timeout: 300_000 }).status === 0;
}
