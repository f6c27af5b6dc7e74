const PAGES = {
  comparison: (all) => [comparisonOverview(all), headlines(all), headToHead(all), overSeeds(all), runList(all)],
  run: (run) => [overview(run), scores(run), overTime(run), ...(run.facts.scaffold === 'aide' ? [tree(run), steps(run)] : [steps(run), tree(run)]),
    portfolio(run), contamination(run), auditSection(run), attemptTable(run)],
};

function draw(data) {
  themeListeners.length = 0;
  const sections = PAGES[data.kind](data);
  document.title = `${data.name} \u2013 Trimtab report`;
  document.getElementById('title').textContent = data.name;
  document.getElementById('contents').replaceChildren(h('ul', {}, sections.map((part) => h('li', {},
    h('a', { href: `#${part.id}` }, part.querySelector('h2').textContent)))));
  document.getElementById('main').replaceChildren(...sections);
}

startTheme();
draw(JSON.parse(document.getElementById('data').textContent));
