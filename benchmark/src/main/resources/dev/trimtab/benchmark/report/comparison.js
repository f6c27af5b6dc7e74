function spread(mean) {
  if (mean === null) {
    return null;
  }
  return mean.standardError === null ? number(mean.mean, 3) : `${number(mean.mean, 3)} \u00b1 ${number(mean.standardError, 2)}`;
}

function spreadColumn(name, of) {
  return { name, number: true, value: (row) => of(row)?.mean ?? null, show: (row) => spread(of(row) ?? null) };
}

function armColumns(of) {
  return [
    { name: 'Policy', value: (row) => of(row).policy },
    { name: 'Scaffold', value: (row) => of(row).scaffold },
    { name: 'Model', value: (row) => of(row).model },
    { name: 'Window/memory', value: (row) => of(row).budget },
  ];
}

function comparisonOverview(all) {
  const stand = (status) => all.runs.filter((run) => run.status === status).length;
  const broken = ['damaged', 'not graded'].filter((status) => stand(status) > 0).map((status) => `, ${stand(status)} ${status}`).join('');
  return section('overview', 'What this is',
    all.title === null ? null : h('p', { class: 'lead' }, all.title),
    h('p', {}, `${counted(all.runs.length, 'run')}: ${stand('finished')} finished, ${stand('failed')} failed, ${stand('pending')} not finished${broken}.`),
    all.comparison !== null && all.comparison.offline ? h('p', { class: 'warn' },
      'A model in it is the offline engineer: a program, no language model. What follows shows that a mechanism works through a context, '
      + 'not that it helps a language model.') : null);
}

function headlines(all) {
  if (all.comparison === null) {
    return section('headline', 'Headline', h('p', {}, 'No run is finished yet.'));
  }
  const arms = all.comparison.arms;
  const rate = (name, key) => spreadColumn(name, (row) => row.rates[key]);
  return section('headline', 'Headline',
    sortable('Each arm: mean over seeds of the share of competitions, \u00b1 standard error over seeds', [
      ...armColumns((row) => row.arm),
      { name: 'Runs', number: true, value: (row) => row.runs },
      { name: 'Seeds', number: true, value: (row) => row.seeds },
      { name: 'Competitions', number: true, value: (row) => row.competitions },
      rate('Submitted', 'submitted'), rate('Valid', 'valid'), rate('Above the median', 'aboveMedian'), rate('Bronze', 'bronze'),
      rate('Silver', 'silver'), rate('Gold', 'gold'), rate('Any medal', 'anyMedal'), rate('Percentile', 'percentile'),
    ], arms),
    sortable('What each arm took a run, and for a medal; bound: agent steps at which the budget did not hold all the policy wanted', [
      ...armColumns((row) => row.arm),
      { name: 'Calls', number: true, value: (row) => row.cost.calls },
      { name: 'Tokens', number: true, value: (row) => row.cost.tokens },
      { name: 'Dollars', number: true, value: (row) => row.cost.money },
      { name: 'Tokens a medal', number: true, value: (row) => row.cost.tokensPerMedal },
      { name: 'Dollars a medal', number: true, value: (row) => row.cost.moneyPerMedal },
      { name: 'Bound', number: true, value: (row) => row.cost.boundShare, show: (row) => `${Math.round(100 * row.cost.boundShare)} %` },
    ], arms),
    sortable('Selection regret in percentile: the best valid submission made less the one chosen, mean over seeds; medals gained and lost on the way, a run', [
      ...armColumns((row) => row.arm),
      { name: 'Runs', number: true, value: (row) => row.selection.runs },
      { name: 'Verified', number: true, value: (row) => row.selection.verified },
      spreadColumn('Regret weak', (row) => row.selection.weak),
      spreadColumn('Regret strong', (row) => row.selection.strong),
      spreadColumn('Regret last', (row) => row.selection.last),
      { name: 'Medals gained', number: true, value: (row) => row.selection.medalsGained, show: (row) => number(row.selection.medalsGained, 3) },
      { name: 'Medals lost', number: true, value: (row) => row.selection.medalsLost, show: (row) => number(row.selection.medalsLost, 3) },
    ], arms),
    h('p', { class: 'note' }, 'Weak chooses by the scores that programs print, strong as the run did (verified: runs where that was by strong verification), last the newest. '
      + 'Runs without a valid submission have no regret. A medal is lost where what the run would have submitted comes to win a worse one, or none.'),
    sortable('Any medal within k runs a competition: pass@k (unbiased; needs the private answers) beside the run with the best own score of k', [
      ...armColumns((row) => row.arm),
      { name: 'k', number: true, value: (row) => row.tries.k },
      { name: 'pass@k', number: true, value: (row) => row.tries.passAtK },
      { name: 'Best of k', number: true, value: (row) => row.tries.bestOfK },
      { name: 'Competitions', number: true, value: (row) => row.tries.competitions },
    ], arms.flatMap((row) => row.tries.map((tries) => ({ arm: row.arm, tries })))));
}

function differences(table, measure) {
  return table.rows.filter((row) => row[measure] !== null).map((row) => ({ label: `${row.where}: against ${row.other}`, row, by: row[measure] }));
}

function contrast(reference, table, verdicts) {
  const name = `${reference} less each other policy, matched on ${words(table.matching)}${table.pooled ? ', pooled over scaffolds, models and budgets' : ''}`;
  const range = (interval) => interval === null ? 'no interval' : `${number(interval.low, 3)} to ${number(interval.high, 3)}`;
  const plots = [['percentile', 'Percentile on the leaderboard'], ['medal', 'Any medal']].map(([measure, title]) => {
    const rows = differences(table, measure);
    return rows.length === 0 ? [] : [h('h4', {}, title), forest(`${name}: ${title}`, rows), sortable(`${name}: ${title}`, [
      { name: 'Where', value: ({ row }) => row.where },
      { name: 'Against', value: ({ row }) => row.other },
      { name: 'Pairs', number: true, value: ({ by }) => by.pairs },
      { name: 'Wins', number: true, value: ({ by }) => by.wins },
      { name: 'Losses', number: true, value: ({ by }) => by.losses },
      { name: 'Difference', number: true, value: ({ by }) => by.mean, show: ({ by }) => number(by.mean, 3) },
      { name: '95 % interval', value: ({ by }) => by.interval?.low ?? null, show: ({ by }) => range(by.interval) },
      { name: 'Corrected', value: ({ by }) => by.corrected?.low ?? null, show: ({ by }) => range(by.corrected) },
      { name: 'p', number: true, value: ({ by }) => by.p, show: ({ by }) => number(by.p, 2) },
      { name: 'p by Holm', number: true, value: ({ by }) => by.holm, show: ({ by }) => number(by.holm, 2) },
      { name: 'Smallest detectable', number: true, value: ({ by }) => by.smallestDetectable, show: ({ by }) => number(by.smallestDetectable, 3) },
    ], rows)];
  });
  return [h('h3', {}, name), h('ul', {}, verdicts.map((sentence) => h('li', {}, sentence))),
    table.caution === null ? null : h('p', { class: 'warn' }, table.caution), ...plots.flat()];
}

function headToHead(all) {
  const made = all.comparison;
  if (made === null || made.tables.length === 0) {
    return section('head-to-head', 'Head to head', h('p', {}, 'No two finished runs differ in their policy alone.'));
  }
  return section('head-to-head', 'Head to head',
    h('p', { class: 'note' }, 'Paired over competition and seed; positive: the reference is better. Thick: 95 % interval by paired bootstrap; '
      + 'thin: the same at the level that Bonferroni gives for the whole table; none can be made of one pair, nor of pairs that are all alike. '
      + '\u201cHelps\u201d is said only where the corrected interval is clear of 0 '
      + 'against both ledger and the better native memory.'),
    made.tables.flatMap((table, index) => contrast(made.reference, table, made.verdicts[index])));
}

function overSeeds(all) {
  return section('seeds', 'Over seeds', all.seeds.length === 0 ? h('p', {}, 'No run is finished yet.')
    : sortable('Runs that differ in their seeds only: mean of the valid private scores, \u00b1 standard error', [
      { name: 'Competition', value: (row) => row.competition },
      { name: 'Policy', value: (row) => row.arm[1] },
      { name: 'Scaffold', value: (row) => row.arm[0] },
      { name: 'Model', value: (row) => row.arm[2] },
      { name: 'Window/memory', value: (row) => row.arm[3] },
      { name: 'Runs', number: true, value: (row) => row.runs },
      spreadColumn('Score', (row) => row.score),
      { name: 'Valid', number: true, value: (row) => row.valid },
      { name: 'Medals', number: true, value: (row) => row.medals },
    ], all.seeds));
}

function status(row) {
  return row.status !== 'pending' ? row.status : row.href === null ? 'not begun' : 'begun';
}

function runList(all) {
  return section('runs', 'The runs', sortable('Every run; its name opens its own report', [
    { name: 'Run', value: (row) => row.name, show: (row) => (row.href === null ? row.name : h('a', { href: row.href }, row.name)) },
    { name: 'Status', value: status, show: (row) => (row.reason === null ? status(row) : h('span', { class: 'bad' }, `${row.status}: ${row.reason}`)) },
    { name: 'Competition', value: (row) => row.competition },
    ...armColumns((row) => row),
    { name: 'Seed', number: true, value: (row) => row.seed },
    { name: 'Score', number: true, value: (row) => row.standing?.score ?? null },
    { name: 'Percentile', number: true, value: (row) => row.standing?.percentile ?? null, show: (row) => number(row.standing?.percentile, 3) },
    { name: 'Medal', value: (row) => words(row.standing?.medal) },
    { name: 'Own score', number: true, value: (row) => row.ownScore },
    { name: 'Calls', number: true, value: (row) => row.totals?.calls ?? null },
    { name: 'Tokens', number: true, value: (row) => row.totals?.tokens ?? null },
    { name: 'Dollars', number: true, value: (row) => row.totals?.money ?? null },
  ], all.runs));
}
