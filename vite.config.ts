import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineFiles } from './src/apps/web/offline/plugin.ts';

/** The pages: `index.html` → `dist/web`. Development talks to a server started by `npm start`. */
export default defineConfig({
  plugins: [react(), offlineFiles()],
  publicDir: 'src/apps/web/static',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing may be inlined as a data: address: the CSP allows none for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // The worker lies beside the pages under a name of its own: its scope and its updates go by the address.
      input: { index: 'index.html', 'offline-worker': 'src/apps/web/offline/worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'offline-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  // The host is passed on as it is: the server takes writes from pages of its own host only.
  server: { proxy: { '/api': { target: process.env['MUSTER_DEV_SERVER'] ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
});
