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
  // The host is passed on as it is: the server takes writes from pages of its own host only.
  server: { proxy: { '/api': { target: process.env['MUSTER_DEV_SERVER'] ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
});
