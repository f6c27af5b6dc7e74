function count(counts) {
  const entries = Object.entries(counts);
  return entries.length === 0 ? 'none' : entries.map(([name, times]) => `${name} ${times}`).join(', ');
}

function auditSection(run) {
  const { audit: a } = run;
  return section('audit', 'Audit and diagnosis',
    h('h3', {}, 'Diagnosis'),
    h('ul', {}, a.diagnosis.map((finding) => h('li', {}, finding))),
    h('p', { class: 'note' }, 'All figures are proxies read from the log, which does not know what was adequate.'),
    facts([
      ['Budget bound', `${a.bound} of ${a.plans} prompts`],
      ['Contamination at or above \u03c7*', `${a.aboveThreshold} prompts`],
      ['Budget too small for the aim', `${a.infeasible} prompts`],
      ['Aim beyond any budget', `${a.unreachable} prompts`],
      ['Decisions', count(a.decisions)],
      ['Broken certificates by law', count(a.broken)],
      ['Certificates checked again', `${a.checks.recomputed} recomputed, ${a.checks.compared} compared, ${a.checks.wrong} wrong`],
      ['Inputs of certificates', `${a.inputs}, ${a.assumed} of them assumed`],
      ['Failed attempts', count(a.faults)],
    ]),
    sortable('Verifications', [
      { name: 'Step', number: true, value: (row) => row.step },
      { name: 'Attempt', value: (row) => row.attempt },
      { name: 'Family', value: (row) => row.family },
      { name: 'Own score', number: true, value: (row) => row.own },
      { name: 'Mean over refolds', number: true, value: (row) => row.strong, show: (row) => row.strong ?? 'failed' },
      { name: 'Families in the context', number: true, value: (row) => row.familiesInContext },
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
