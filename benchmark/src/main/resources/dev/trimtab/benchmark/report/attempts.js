function label(row, run) {
  const { attempt: a } = row;
  const verdict = run.verified.find((made) => made.attempt === a.id);
  return [`step ${a.step} \u00b7 ${words(a.stage)} \u00b7 ${row.family} \u00b7 `,
    a.fault === null ? number(a.score) : h('span', { class: 'bad' }, a.error ?? words(a.fault)),
    verdict === undefined ? null : badge(verdict.mean === null ? 'failed its verification' : `refolds ${number(verdict.mean)}`,
      verdict.mean === null ? 'bad' : ''),
    run.chosen !== null && run.chosen.attempt === a.id ? badge('chosen', 'good') : null];
}

function attemptDetails(row) {
  return [
    h('p', { class: 'note' }, `attempt ${row.attempt.id}, family from ${row.familySource}, `
      + `${row.attempt.submitted ? 'left a submission' : 'left no submission'}, ${number(row.tokens)} tokens used by then`),
    h('h3', {}, 'Plan'), block(row.plan), h('h3', {}, 'Code'), block(row.code),
    h('h3', {}, 'Output'), block(row.output),
    row.analysis.head === '' ? [] : [h('h3', {}, 'Analysis'), block(row.analysis)],
  ].flat();
}

/** The search tree: each attempt below the one that it was made from. */
function tree(run) {
  const known = new Set(run.attempts.map((row) => row.attempt.id));
  const children = new Map();
  run.attempts.forEach((row) => {
    const parent = known.has(row.attempt.parent) ? row.attempt.parent : null;
    children.set(parent, [...(children.get(parent) || []), row]);
  });
  const list = (parent) => h('ul', {}, (children.get(parent) || []).map((row) => h('li', {},
    opening(`attempt ${row.attempt.id}`, label(row, run), () => attemptDetails(row)),
    children.has(row.attempt.id) ? list(row.attempt.id) : null)));
  return section('tree', 'The search tree',
    run.attempts.length === 0 ? h('p', {}, 'There is no attempt.')
      : h('p', { class: 'note' }, 'An attempt stands below the one that it was made from; open it for plan, code and output.'),
    h('div', { class: 'tree' }, list(null)));
}

function attemptTable(run) {
  const mean = (row) => run.verified.find((made) => made.attempt === row.attempt.id)?.mean ?? null;
  return section('attempts', 'The attempts', sortable('All attempts', [
    { name: 'Step', number: true, value: (row) => row.attempt.step },
    { name: 'Attempt', value: (row) => row.attempt.id },
    { name: 'Stage', value: (row) => words(row.attempt.stage) },
    { name: 'Family', value: (row) => row.family },
    { name: 'Own score', number: true, value: (row) => row.attempt.score },
    { name: 'Refolds', number: true, value: mean },
    { name: 'Failed by', value: (row) => row.attempt.error ?? words(row.attempt.fault) },
    { name: 'Tokens by then', number: true, value: (row) => row.tokens },
  ], run.attempts));
}
