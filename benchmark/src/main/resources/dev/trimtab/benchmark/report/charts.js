// steps and tokens are whole, and so is what is written under a chart
const WHOLE = Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();

/**
 * A line chart by uPlot, and its figures as a table for those who cannot see it.
 *
 * @param xs whole numbers
 * @param series {name, colour, values, points, dash}; a value of null leaves a gap
 */
function chart(title, xName, xs, series) {
  const finite = (value) => (typeof value === 'number' ? value : null);
  const holder = h('div', { class: 'chart', role: 'img', 'aria-label': `${title}; the figures are in the table below` });
  const rule = { stroke: () => colour('line'), width: 1 };
  const axis = { stroke: () => colour('ink'), grid: rule, ticks: rule };
  const options = {
    width: 800,
    height: 280,
    scales: { x: { time: false } },
    axes: [{ ...axis, label: xName, incrs: WHOLE }, { ...axis, size: 70, values: (plot, ticks) => ticks.map((tick) => number(tick)) }],
    series: [{ label: xName }, ...series.map((line) => ({
      label: line.name,
      stroke: () => colour(line.colour),
      width: line.points ? 0 : 2,
      dash: line.dash ? [6, 4] : undefined,
      points: { show: Boolean(line.points), size: 8, fill: () => colour(line.colour), stroke: () => colour(line.colour) },
      paths: line.stepped ? uPlot.paths.stepped({ align: 1 }) : undefined,
      spanGaps: !line.points,
      value: (plot, value) => number(value),
    }))],
  };
  const plot = new uPlot(options, [xs, ...series.map((line) => line.values.map(finite))], holder);
  const fit = () => holder.clientWidth > 0 && holder.clientWidth !== plot.width && plot.setSize({ width: holder.clientWidth, height: 280 });
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(holder);
  themeListeners.push(() => {
    plot.redraw();
    holder.querySelectorAll('.u-legend .u-marker').forEach((marker, index) => {
      marker.style.borderColor = index === 0 ? '' : colour(series[index - 1].colour);
    });
  });
  const rows = xs.map((x, index) => [x, ...series.map((line) => line.values[index])]);
  return h('div', {}, h('h3', {}, title), holder, opening(`figures ${title}`, 'The figures', () => sortable(title,
    [xName, ...series.map((line) => line.name)].map((name, index) => ({ name, number: true, value: (row) => row[index] })), rows)));
}
