function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/**
 * Differences with their intervals, one a line: thick the 95 % interval, thin the one corrected for the whole table.
 *
 * @param rows {label, by} where by has mean, interval and corrected, both null where none can be made
 */
function forest(title, rows) {
  const left = 330, width = 560, line = 24, top = 10;
  const edge = Math.max(0.05, ...rows.flatMap(({ by }) => [by.mean, ...[by.corrected, by.interval].filter((one) => one !== null).flatMap((one) => [one.low, one.high])].map(Math.abs)));
  const x = (value) => left + width / 2 + (value / edge) * (width / 2 - 12);
  const bottom = top + rows.length * line;
  const bar = (interval, y, kind) => (interval === null ? null : svg('line', { class: kind, x1: x(interval.low), x2: x(interval.high), y1: y, y2: y }));
  return svg('svg', { class: 'forest', viewBox: `0 0 ${left + width} ${bottom + 34}`, role: 'img', 'aria-label': `${title}; the figures are in the table below` },
    svg('line', { class: 'zero', x1: x(0), x2: x(0), y1: 0, y2: bottom }),
    svg('line', { class: 'axis', x1: left, x2: left + width, y1: bottom, y2: bottom }),
    [-edge, 0, edge].map((tick) => svg('text', { x: x(tick), y: bottom + 16, 'text-anchor': 'middle' }, tick === 0 ? '0' : tick.toFixed(2))),
    svg('text', { x: x(-edge / 2), y: bottom + 31, 'text-anchor': 'middle' }, 'the other is better'),
    svg('text', { x: x(edge / 2), y: bottom + 31, 'text-anchor': 'middle' }, 'the reference is better'),
    rows.map(({ label, by }, index) => {
      const y = top + index * line + line / 2;
      return svg('g', {}, svg('text', { x: left - 10, y: y + 4, 'text-anchor': 'end' }, label),
        bar(by.corrected, y, 'wide'), bar(by.interval, y, 'narrow'), svg('circle', { cx: x(by.mean), cy: y, r: 4.5 }));
    }));
}
