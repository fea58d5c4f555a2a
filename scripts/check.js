// `npm run check`: all that can be known without running the tests. Runs every step, then says which failed.
import { spawnSync } from 'node:child_process';

/** Title and npm script, in order: the last three look at what the build made. */
const STEPS = [
  ['Types', 'check:types'],
  ['Lint', 'lint'],
  ['Unused code', 'check:unused'],
  ['Build', 'build'],
  ['Package', 'check:package'],
  ['Types of the package', 'check:exports'],
  ['Sizes', 'check:sizes'],
];

const failed = STEPS.filter(([title, script]) => {
  console.log(`\n── ${title} (npm run ${script})`);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', String(script)], { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`${status === 0 ? '✓' : '✗'} ${title}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return status !== 0;
});

console.log(failed.length === 0 ? `\n✓ All ${STEPS.length} checks passed` : '\n✗ Failed:');
for (const [title, script] of failed) console.log(`  ${title}: npm run ${script}`);
process.exitCode = failed.length === 0 ? 0 : 1;
