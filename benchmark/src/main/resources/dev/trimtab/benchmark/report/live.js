/** Asks for the data again and draws the page anew where they have changed; what was open stays open. */
const stale = document.getElementById('stale');
let shown = document.getElementById('data').textContent;

async function refresh() {
  try {
    const answer = await fetch('?data');
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(text);
    }
    if (text !== shown) {
      shown = text;
      const open = new Set([...document.querySelectorAll('details[open]')].map((one) => one.dataset.key));
      const place = window.scrollY;
      draw(JSON.parse(text));
      reopen(open);
      window.scrollTo(0, place);
    }
    stale.hidden = true;
  } catch (error) {
    stale.textContent = `Not up to date: ${error.message}`;
    stale.hidden = false;
  }
  setTimeout(refresh, 2000);
}

/** What is inside an opened part comes only once it is open. */
function reopen(open) {
  document.querySelectorAll('details:not([open])').forEach((one) => {
    if (open.delete(one.dataset.key)) {
      one.addEventListener('toggle', () => reopen(open), { once: true });
      one.open = true;
    }
  });
}

refresh();
