import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: dirname(import.meta.dirname),
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/compile-once.ts'],
    // Tests of the whole command start processes; on a busy machine they take their time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
