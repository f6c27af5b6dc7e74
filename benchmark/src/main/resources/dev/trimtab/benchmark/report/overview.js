const SELECTED = {
  strong: 'the best mean over refolds of the training rows (strong verification)',
  weak: 'the best score that a program printed for itself; nothing was verified',
  unverified: 'the best score that an unverified program printed for itself, since every verified candidate failed',
  failed: 'the best score that a program printed for itself, though its verification failed like all others',
  newest: 'being the newest submission, since none has a score',
  none: 'nothing: no attempt left a submission',
};

function medal(grade) {
  return grade.gold_medal ? 'gold' : grade.silver_medal ? 'silver' : grade.bronze_medal ? 'bronze' : 'none';
}

function headline(run) {
  const { facts: f, grade } = run;
  const what = `${f.scaffold} with context policy ${f.policy} on ${f.competition}, seed ${f.seed}, model ${f.model}.`;
  if (grade === null) {
    return `${what} ${run.ended === null ? 'The run has not ended yet.' : `It ended (${run.ended}) and is not graded yet.`}`;
  }
  const result = grade.valid_submission ? `score ${number(grade.score)}, medal ${medal(grade)}`
    : grade.submission_exists ? 'an invalid submission' : 'no submission';
  return `${what} It ended (${run.ended}) with ${result}.`;
}

function overview(run) {
  const { facts: f, grade, totals: t } = run;
  const bound = `${t.boundPrompts} of ${counted(t.memoryPrompts, 'prompt')}`;
  const pairs = [
    ['Private score', grade === null ? 'not graded yet' : `${number(grade.score)} (${run.lowerIsBetter ? 'lower' : 'higher'} is better)`],
    ['Medal', grade === null ? '\u2013' : medal(grade)],
    ['Submission', grade === null ? '\u2013' : grade.valid_submission ? 'valid' : grade.submission_exists ? 'invalid' : 'none'],
    ['Above the median', grade === null ? '\u2013' : grade.above_median ? 'yes' : 'no'],
    ['Chosen by', run.chosen === null ? '\u2013' : `${run.chosen.attempt ?? 'nothing'}: ${SELECTED[run.chosen.by] || run.chosen.by}`],
    ['Ended', run.ended ?? 'goes on'],
    ['Steps used', `${run.chosen === null ? run.steps.length : run.chosen.step} of ${f.steps}`],
    ['Attempts', number(t.attempts)],
    ['Model calls', number(t.calls)],
    ['Tokens', number(t.tokens)],
    ['US dollars', t.money.toFixed(4)],
    ['Time in calls and programs', `${number(run.seconds)} s`],
    ['Programs run', `${t.executions} (${t.cached} from the cache)`],
    ['The budget bound in', bound],
    ['Window', `${f.window === null ? 'the model\u2019s own' : `${number(f.window)} tokens`}${f.memoryTokens === null ? '' : `, memory at most ${number(f.memoryTokens)}`}`],
    ['Who decides what to work on', f.pursuit],
    ['Feedback by', f.feedback],
    ['Language', f.language],
    ['Isolation', f.isolation],
  ];
  return section('overview', 'What this run was',
    h('p', { class: 'lead' }, headline(run)),
    f.profile === null ? null : h('p', { class: 'warn' },
      `The model is the offline engineer (profile ${f.profile}): a program, no language model. `
      + 'What follows shows that a mechanism works through a context, not that it helps a language model.'),
    f.answersReadable ? h('p', { class: 'warn' }, 'Answers were readable: solutions could have read the private answers on this machine.') : null,
    facts(pairs),
    run.texts.cut === 0 ? null : h('p', { class: 'note' },
      `${number(run.texts.cut)} long texts are shown by head and tail (at most ${number(run.texts.each)} characters each, `
      + `${number(run.texts.all)} in all); ${number(run.texts.leftOut)} characters are left out. All of them are in events.jsonl.`));
}

/** Own scores, the best of them so far, and what refolding made of them, over steps and over tokens. */
function scores(run) {
  const working = run.attempts.filter((row) => row.attempt.fault === null && row.attempt.score !== null);
  if (working.length === 0) {
    return section('scores', 'Score', h('p', {}, 'No attempt has come to a score.'));
  }
  const better = (one, other) => (other === null ? one : run.lowerIsBetter ? Math.min(one, other) : Math.max(one, other));
  let best = null;
  const bests = working.map((row) => (best = better(row.attempt.score, best)));
  const verified = new Map(run.verified.map((verdict) => [verdict.attempt, verdict.mean]));
  const lines = [{ name: 'own score', colour: 'series-1', points: true, values: working.map((row) => row.attempt.score) }];
  if (run.lowerIsBetter !== null) {
    lines.push({ name: 'best own score so far', colour: 'series-1', stepped: true, values: bests });
  }
  lines.push({ name: 'mean over refolds', colour: 'series-2', points: true, values: working.map((row) => verified.get(row.attempt.id) ?? null) });
  if (run.grade !== null) {
    lines.push({ name: 'private score', colour: 'series-3', dash: true, values: working.map(() => run.grade.score) });
    lines.push({ name: 'private median', colour: 'series-4', dash: true, values: working.map(() => run.grade.median_threshold) });
  }
  return section('scores', 'Score',
    h('p', { class: 'note' }, 'The own score is what a program printed for itself; failed attempts have none. '
      + 'Refolding splits the public rows again. The private score was seen by nobody before the end.'),
    chart('Score over steps', 'step', working.map((row) => row.attempt.step), lines),
    chart('Score over tokens', 'tokens used', working.map((row) => row.tokens), lines));
}
