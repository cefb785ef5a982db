import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages: `index.html` → `dist/web`. Development talks to a server started by `npm start`. */
export default defineConfig({
  plugins: [react()],
  publicDir: 'src/apps/web/static',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing may be inlined as a data: address: the CSP allows none for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env['MUSTER_URL'] ?? 'http://127.0.0.1:3000' } },
});
