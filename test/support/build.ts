import { execFileSync } from 'node:child_process';

/** Builds what ships, once, so that the tests of the binary run the source as it stands. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
