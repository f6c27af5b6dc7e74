/** By table, the column that it was sorted by last, so that a page that is drawn anew stays as it was. */
const sorted = new Map();

/**
 * A table whose columns sort by a button each.
 *
 * @param columns {name, value(row), show(row), number}; `show` may give an element, `value` is what is sorted by
 */
function sortable(caption, columns, rows) {
  const body = h('tbody');
  const heads = columns.map((column, index) => h('th', { scope: 'col', class: column.number ? 'number' : null, 'aria-sort': 'none' },
    h('button', { type: 'button', onclick: () => sort(index) }, column.name)));
  const fill = (ordered) => body.replaceChildren(...ordered.map((row) => h('tr', {}, columns.map((column, index) => {
    const shown = column.show ? column.show(row) : column.value(row);
    const cell = column.number && typeof shown === 'number' ? number(shown) : shown ?? '\u2013';
    return h(index === 0 ? 'th' : 'td', { scope: index === 0 ? 'row' : null, class: column.number ? 'number' : null }, cell);
  }))));
  function sort(index) {
    order(index, heads[index].getAttribute('aria-sort') !== 'ascending');
  }
  function order(index, ascending) {
    sorted.set(caption, { index, ascending });
    heads.forEach((head, other) => head.setAttribute('aria-sort', other !== index ? 'none' : ascending ? 'ascending' : 'descending'));
    fill([...rows].sort((one, other) => compare(columns[index].value(one), columns[index].value(other), ascending)));
  }
  fill(rows);
  if (sorted.has(caption)) {
    order(sorted.get(caption).index, sorted.get(caption).ascending);
  }
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', {}, h('caption', {}, caption), h('thead', {}, h('tr', {}, heads)), body));
}

/** What is missing comes last, whichever way the rest is sorted. */
function compare(one, other, ascending) {
  const missing = (value) => value === null || value === undefined || value === '';
  if (missing(one) || missing(other)) {
    return Number(missing(one)) - Number(missing(other));
  }
  const order = typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'en');
  return ascending ? order : -order;
}
