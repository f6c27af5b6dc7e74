const FORMS = ['full', 'compressed', 'shadow', 'extinct'];
const MARKS = { retire: 'R', compress: 'C', branch: 'B', substitute: 'S', reset: 'X', recover: 'O', expand: 'E', pursue: 'P' };

function certificate(decision, step, run) {
  const made = decision.certificate || {};
  const about = run.attempts.find((row) => row.attempt.id === decision.hypothesis);
  const inputs = Object.entries(made.inputs || {});
  const rows = inputs.map(([symbol, input]) => h('tr', {}, h('th', { scope: 'row' }, symbol), h('td', { class: 'number' }, number(input.value)),
    h('td', {}, String(input.provenance).startsWith('assumed') ? badge('assumed', 'assumed') : input.provenance)));
  const others = ['to', 'substitute', 'option', 'seed'].filter((key) => decision[key] !== undefined).map((key) => `${key} ${decision[key]}`);
  return [
    h('h3', {}, `Step ${step}: ${[decision.type, decision.hypothesis, ...others].filter(Boolean).join(', ')}`),
    about === undefined ? null : h('p', {}, label(about, run)),
    h('p', {}, `Law ${made.law}: ${made.claim}. `, h('strong', { class: made.holds ? 'good' : 'bad' }, made.holds ? 'It holds' : 'It does not hold'),
      `: ${number(made.value)} against ${number(made.threshold)}, margin ${number(made.margin)}.`),
    h('table', {}, h('caption', {}, 'What it rests on'), h('thead', {}, h('tr', {}, ['Symbol', 'Value', 'Provenance'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, rows)),
  ].filter(Boolean);
}

/** One band a family: how it was held at each step, with the decisions about it as buttons that show their certificates. */
function lanes(run) {
  const family = new Map(run.attempts.map((row) => [row.attempt.id, row.family]));
  const names = [...new Set([...run.attempts.map((row) => row.family), ...run.plans.flatMap((plan) => Object.keys(plan.held))])];
  const shown = h('div', { class: 'certificate', 'aria-live': 'polite', id: 'certificate' },
    h('p', { class: 'note' }, 'Press a mark to see its certificate.'));
  let pressed = null;
  const mark = (decision, step) => {
    const broken = decision.certificate && decision.certificate.holds === false;
    const button = h('button', { type: 'button', class: broken ? 'broken' : null, 'aria-pressed': 'false', 'data-decision': decision.type,
      'aria-label': `${decision.type} at step ${step}${broken ? ', its certificate does not hold' : ''}`, onclick: () => {
        if (pressed !== null) {
          pressed.setAttribute('aria-pressed', 'false');
        }
        pressed = button;
        button.setAttribute('aria-pressed', 'true');
        shown.replaceChildren(...certificate(decision, step, run));
      } }, MARKS[decision.type] || '?');
    return button;
  };
  const of = (plan, name) => plan.decisions.filter((decision) => (family.get(decision.hypothesis) ?? null) === name)
    .map((decision) => mark(decision, plan.step));
  const band = (plan, name) => {
    const held = plan.held[name] || {};
    const form = FORMS.find((one) => held[one] > 0);
    const title = FORMS.filter((one) => held[one] > 0).map((one) => `${held[one]} ${one}`).join(', ');
    return h('td', { class: form || null, title: title === '' ? null : `${name} at step ${plan.step}: ${title}` }, of(plan, name));
  };
  const row = (name, title) => h('tr', {}, h('th', { scope: 'row' }, title),
    run.plans.map((plan) => (name === null ? h('td', {}, of(plan, null)) : band(plan, name))));
  return [
    h('p', { class: 'key' }, FORMS.slice(0, 3).map((form) => h('span', { class: form }, form)),
      Object.entries(MARKS).map(([type, letter]) => `${letter} ${type}`).join(', '), '; red: the certificate does not hold.'),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Families over steps' },
      h('table', { class: 'lanes' }, h('caption', {}, 'Families over steps: the fullest form in which a family is held in the step\u2019s last prompt'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Family'), run.plans.map((plan) => h('th', { scope: 'col' }, plan.step)))),
        h('tbody', {}, row(null, '(the portfolio)'), names.map((name) => row(name, name))))),
    shown,
  ];
}

function portfolio(run) {
  if (run.plans.length === 0) {
    return section('portfolio', 'The portfolio over time', h('p', {}, 'No prompt has offered a memory to choose from.'));
  }
  const steps = run.plans.map((plan) => plan.step);
  return section('portfolio', 'The portfolio over time',
    chart('Tokens of the memory', 'step', steps, [
      { name: 'wanted', colour: 'series-2', values: run.plans.map((plan) => plan.wanted) },
      { name: 'granted', colour: 'series-1', values: run.plans.map((plan) => plan.granted) },
      { name: 'budget', colour: 'series-3', dash: true, values: run.plans.map((plan) => plan.budget) },
    ]),
    lanes(run));
}

function contamination(run) {
  const plans = run.plans.filter((plan) => plan.readings.contamination !== undefined);
  if (plans.length === 0) {
    return section('contamination', 'Contamination', h('p', {}, 'This policy reads no contamination.'));
  }
  const reading = (name) => plans.map((plan) => plan.readings[name] ?? null);
  return section('contamination', 'Contamination against its threshold',
    h('p', { class: 'note' }, 'The legacy share of the hypotheses\u2019 tokens (\u03c7, law L1) and the share from which on decisions read legacy more than evidence (\u03c7*); '
      + 'where there is no threshold, legacy speaks for the right side. The gaps behind \u03c7* may be assumed: the audit counts such inputs.'),
    chart('Contamination', 'step', plans.map((plan) => plan.step), [
      { name: 'before the plan', colour: 'series-2', values: reading('contamination-before') },
      { name: '\u03c7', colour: 'series-1', values: reading('contamination') },
      { name: '\u03c7*', colour: 'series-3', dash: true, values: reading('contamination-threshold') },
    ]));
}
