const themeListeners = [];

/** Begins with what the system prefers; the switch overrides it for this page. */
function startTheme() {
  const button = document.getElementById('theme');
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  let chosen = null;
  const apply = () => {
    const dark = chosen === null ? system.matches : chosen;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(dark));
    themeListeners.forEach((listener) => listener());
  };
  button.addEventListener('click', () => {
    chosen = document.documentElement.dataset.theme !== 'dark';
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
