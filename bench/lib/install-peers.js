import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PEERS = new URL('../peers/', import.meta.url);

/**
 * Installs the libraries that runlens is measured against, once.
 * @returns {boolean} whether they are there
 */
export function installPeers() {
  if (existsSync(new URL('node_modules/.package-lock.json', PEERS))) return true;
  console.log('Installing the peers in bench/peers …');
  const { status } = spawnSync('npm', ['ci', '--silent'], {
    cwd: fileURLToPath(PEERS),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 180_000,
  });
  if (status === 0) return true;
  console.log('They could not be installed: the peers are left out.');
  return false;
}
