function count(counts) {
  const entries = Object.entries(counts);
  return entries.length === 0 ? 'none' : entries.map(([name, times]) => `${name} ${times}`).join(', ');
}

function promptFacts({ prompts: p, certificates: c, losses: l, repeats: r, retirements: t, lockIn, faults }) {
  const lost = l.timedOut + l.invalid + l.unread;
  return facts([
    ['Budget bound', `${p.bound} of ${counted(p.plans, 'prompt')}`],
    ['Contamination at or above \u03c7*', p.contamination === null ? 'not read' : counted(p.aboveThreshold, 'prompt')],
    ['Budget too small for the aim', counted(p.infeasible, 'prompt')],
    ['Aim beyond any budget', counted(p.unreachable, 'prompt')],
    ['Decisions', count(c.decisions)],
    ['Retirements', `${t.all}, ${t.admissible} of them admissible; ${t.lost} neither admitted nor seen again`],
    ['Certificates that do not hold', c.broken.length === 0 ? 'none' : `${c.broken.reduce((sum, claim) => sum + claim.broken, 0)}, in the table below`],
    ['Certificates checked again', `${c.recomputed} recomputed, ${c.compared} compared, ${c.wrong} wrong`],
    ['Certificates resting on an assumed number', `${c.restingOnAssumed} of ${c.certificates}`],
    ['Agent steps lost', `${lost} of ${l.steps}: time-outs ${l.timedOut}, invalid actions ${l.invalid}, no action to be read ${l.unread}`],
    ['Done before with the same outcome', `${counted(l.idle, 'step')}, ${l.idleBound} after a prompt that could not hold all`],
    ['Asked again', counted(l.askedAgain, 'time')],
    ['Failed attempts', count(faults)],
    ['Repeated programs', `${r.forgotten} no longer told of, ${r.remembered} told of`],
    ['Longest row with nothing better', lockIn === null ? 'none, or the direction is not known'
      : `${counted(lockIn.attempts, 'attempt')} on ${lockIn.family}, steps ${lockIn.from} to ${lockIn.to}`],
  ]);
}

function auditSection(run) {
  const { audit: a } = run;
  return section('audit', 'Audit and diagnosis',
    h('p', { class: 'lead', id: 'verdict' }, a.verdict.paragraph),
    h('h3', {}, 'Findings'),
    h('ul', {}, a.findings.map((finding) => h('li', {}, finding))),
    promptFacts(a),
    a.certificates.broken.length === 0 ? null : sortable('Certificates that do not hold: warnings that the run went on with, no errors', [
      { name: 'Law', value: (row) => row.law },
      { name: 'What did not hold', value: (row) => row.claim },
      { name: 'Times', number: true, value: (row) => row.broken },
      { name: 'Of', number: true, value: (row) => row.of },
      { name: 'At steps', value: (row) => row.steps[0], show: (row) => row.steps.join(', ') },
      { name: 'What that means', value: (row) => row.meaning },
    ], a.certificates.broken),
    sortable('Families, and when each was last recoverable', [
      { name: 'Family', value: (row) => row.family },
      { name: 'Attempts', number: true, value: (row) => row.attempts.length },
      { name: 'First tried', number: true, value: (row) => row.firstTried },
      { name: 'Last tried', number: true, value: (row) => row.lastTried },
      { name: 'Last in a prompt', number: true, value: (row) => row.lastInContext },
      { name: 'Last recoverable', number: true, value: (row) => row.lastRecoverable,
        show: (row) => (row.recoverableAtEnd ? `${row.lastRecoverable} (the last prompt)` : row.lastRecoverable) },
    ], a.families),
    a.resets.length === 0 ? null : sortable('Resets, and what they brought', [
      { name: 'Step', number: true, value: (row) => row.step },
      { name: 'Certificate', value: (row) => (row.holds ? 'holds' : 'does not hold') },
      { name: '\u03c7 before', number: true, value: (row) => row.contaminationBefore },
      { name: '\u03c7 after', number: true, value: (row) => row.contaminationAfter },
      { name: 'Attempts since', number: true, value: (row) => row.attempts },
      { name: 'New families since', number: true, value: (row) => row.newFamilies },
      { name: 'Best before', number: true, value: (row) => row.bestBefore },
      { name: 'Best since', number: true, value: (row) => row.bestAfter },
    ], a.resets),
    sortable('In place of the channels of regret, which only counterfactual runs could measure', [
      { name: 'Channel', value: (row) => words(row.channel) },
      { name: 'Seen', number: true, value: (row) => row.count },
      { name: 'Of', number: true, value: (row) => row.of },
      { name: 'What was counted', value: (row) => row.shown },
    ], a.channels),
    sortable('Verifications', [
      { name: 'Step', number: true, value: (row) => row.step },
      { name: 'Attempt', value: (row) => row.attempt },
      { name: 'Family', value: (row) => row.family },
      { name: 'Own score', number: true, value: (row) => row.own },
      { name: 'Mean over refolds', number: true, value: (row) => row.strong, show: (row) => row.strong ?? 'failed' },
      { name: 'Families still held', number: true, value: (row) => row.familiesHeld },
      { name: 'Families tried', number: true, value: (row) => row.familiesTried },
    ], a.windows),
    sortable('Constants of the laws, as this log estimates them', [
      { name: 'Symbol', value: (row) => row.symbol },
      { name: 'Value', number: true, value: (row) => row.value },
      { name: 'Provenance', value: (row) => row.provenance, show: (row) => (row.provenance.startsWith('assumed') ? badge('assumed', 'assumed') : row.provenance) },
      { name: 'Before', number: true, value: (row) => row.prior },
      { name: 'From', value: (row) => row.observations, show: (row) => `${row.observations} ${row.from}` },
    ], a.estimates));
}
