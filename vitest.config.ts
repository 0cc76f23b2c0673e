import { defineConfig } from 'vitest/config';

process.env.TZ = 'Pacific/Chatham';

export default defineConfig({ test: { include: ['src/**/*.test.ts', 'tests/**/*.test.ts'] } });
