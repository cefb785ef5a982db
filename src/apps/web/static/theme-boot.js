// Runs before the first paint, so that a dark page never flashes white. A file of its own: the CSP allows no inline script.
(function () {
  var chosen;
  try {
    chosen = localStorage.getItem('muster_theme');
  } catch (error) {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  var locale = /(?:^|; )muster_locale=(zh-CN|en)/.exec(document.cookie);
  if (locale) document.documentElement.lang = locale[1];
})();
