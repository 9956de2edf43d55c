/** What the tests import as `vitest`, without its workers: tests are collected once and called as functions. */
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
export const expect = chai.expect;
export { afterAll, beforeAll, describe, test } from '@vitest/runner';
