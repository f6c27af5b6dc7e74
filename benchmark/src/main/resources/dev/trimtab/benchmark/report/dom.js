/** Makes an element. Text is always set as text: nothing of a run is ever parsed as HTML. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick' || name === 'ontoggle') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

/** Returns a number as people read it, a dash for none; JSON has no infinity, which comes as text. */
function number(value, digits = 5) {
  if (typeof value !== 'number') {
    return value === null || value === undefined ? '\u2013' : String(value);
  }
  return Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(digits)));
}

/** Returns a number with what it counts, whose plural is made by an s. */
function counted(count, one) {
  return `${number(count)} ${one}${count === 1 ? '' : 's'}`;
}

function words(constant) {
  return constant === null || constant === undefined ? '' : String(constant).toLowerCase().replaceAll('_', ' ');
}

/** A text in a box, with a line where its middle was left out. */
function block(capped) {
  const box = h('pre', { tabindex: '0' }, capped.head);
  if (capped.leftOut > 0) {
    box.append(h('span', { class: 'cut' }, `\n[\u2026 ${number(capped.leftOut)} characters left out here \u2026]\n`), capped.tail);
  }
  return box;
}

/** A heading that opens what {@code content} makes, which is made when it is opened first. */
function opening(key, heading, content) {
  let filled = false;
  const details = h('details', { 'data-key': key, ontoggle: () => {
    if (details.open && !filled) {
      filled = true;
      details.append(...[content()].flat());
    }
  } }, h('summary', {}, heading));
  return details;
}

function section(id, title, ...content) {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), ...content);
}

function facts(pairs) {
  return h('dl', { class: 'facts' }, pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function badge(text, kind) {
  return h('span', { class: `badge ${kind || ''}` }, text);
}
