import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // A time zone other than the survey's shows at once where local time leaks into a result.
    env: { TZ: "America/Los_Angeles" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
