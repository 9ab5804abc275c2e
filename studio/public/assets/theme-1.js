// Before the first paint, so that a dark screen does not flash white. A file, because inline scripts are not allowed.
// Browsers keep it for ever: a change gets the next number in its name, here and in index.html.
(function () {
  try {
    var theme = localStorage.getItem('glasnik-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed in this browser: the system's theme it is.
  }
})();
