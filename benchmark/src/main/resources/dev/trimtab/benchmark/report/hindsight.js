const MEDALS = ['gold', 'silver', 'bronze', 'none'];

const SELECTORS = {
  weak: 'weak: the best score that a program printed for itself',
  strong: 'strong: as the run chose, by strong verification where there was one',
  last: 'last: the newest',
};

function isGained(change) {
  return MEDALS.indexOf(words(change.to)) < MEDALS.indexOf(words(change.from));
}

function medalChanges(changes) {
  if (changes.length === 0) {
    return h('p', {}, 'No medal was gained, and so none lost.');
  }
  const gained = changes.filter(isGained).length;
  return [h('p', {}, `Medals gained: ${gained}, lost: ${changes.length - gained}.`),
    sortable('Where the medal of what the run would have submitted changed', [
      { name: 'Step', number: true, value: (row) => row.step },
      { name: 'Calls', number: true, value: (row) => row.calls },
      { name: 'Tokens', number: true, value: (row) => row.tokens },
      { name: 'Before', value: (row) => words(row.from) },
      { name: 'From here', value: (row) => words(row.to) },
      { name: 'Medal', value: (row) => (isGained(row) ? 'gained' : 'lost') },
    ], changes)];
}

function regrets(regret) {
  if (regret.best === null) {
    return h('p', {}, `Submissions: ${regret.submissions}, none of them valid: there was nothing to choose, and no selection regret.`);
  }
  return [h('p', {}, `Submissions: ${regret.submissions}, valid: ${regret.valid}. The best has the private score ${number(regret.best.score)}, medal ${words(regret.best.medal)}.`
      + (regret.verified ? '' : ' The strong choice rests on no verification.')),
    sortable('Selection regret: the best submission made less the one that a selector chooses', [
      { name: 'Selector', value: (row) => SELECTORS[row.name] },
      { name: 'Chosen', value: (row) => row.choice.attempt },
      { name: 'Score', number: true, value: (row) => row.choice.standing.score },
      { name: 'Medal', value: (row) => words(row.choice.standing.medal) },
      { name: 'Regret in percentile', number: true, value: (row) => row.choice.percentile, show: (row) => number(row.choice.percentile, 3) },
      { name: 'Regret in the metric', number: true, value: (row) => row.choice.score },
    ], Object.keys(SELECTORS).map((name) => ({ name, choice: regret[name] })))];
}

/** What the private answers say, after the end, of the submissions that the run made on its way. */
function overTime(run) {
  const { missing, medals, regret } = run.hindsight;
  return section('over-time', 'Medals over time and selection regret', missing !== null ? h('p', {}, missing) : [
    h('p', { class: 'note' }, 'Every submission is graded on the private answers after the end; the run never saw these grades.'),
    medalChanges(medals), regrets(regret)].flat());
}
