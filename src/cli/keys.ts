import type { Ended } from './dialogue.ts';

/** Reads single keys from a terminal, without Enter. */
export function terminalKeys(): {
  key(prompt: string): Promise<{ readonly key: string } | { readonly ended: Ended }>;
  close(): void;
} {
  const { stdin, stderr } = process;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  return {
    key(prompt) {
      stderr.write(prompt);
      return new Promise((done) => {
        const settle = (answer: { readonly key: string } | { readonly ended: Ended }): void => {
          stdin.off('data', typed);
          stdin.off('end', ended);
          stdin.pause();
          done(answer);
        };
        const typed = (text: string): void => {
          if (text.startsWith(CTRL_C)) settle({ ended: 'interrupted' });
          else if (text.startsWith(CTRL_D)) settle({ ended: 'no more' });
          else settle({ key: text.charAt(0).toLowerCase() });
        };
        const ended = (): void => settle({ ended: 'no more' });
        stdin.on('data', typed);
        stdin.on('end', ended);
        stdin.resume();
      });
    },
    close() {
      stdin.setRawMode(false);
    },
  };
}

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
