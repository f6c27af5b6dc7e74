/** A tool's input is often JSON with long texts in it, which reads better key by key. */
function toolInput(capped) {
  try {
    const parsed = capped.leftOut === 0 ? JSON.parse(capped.head) : null;
    if (parsed !== null && typeof parsed === 'object') {
      return Object.entries(parsed).map(([key, value]) => [h('p', { class: 'note' }, key),
        h('pre', { tabindex: '0' }, typeof value === 'string' ? value : JSON.stringify(value))]).flat();
    }
  } catch (notJson) {
    // It is shown as it is.
  }
  return [block(capped)];
}

function entry(happened, key) {
  if (happened.kind === 'NOTICE') {
    return h('p', { class: 'warn' }, `${happened.title}: `, happened.text.head);
  }
  return opening(key, `${words(happened.kind)}: ${happened.title}`, () => {
    const given = happened.kind === 'TOOL' ? toolInput(happened.text) : [block(happened.text)];
    return happened.result === null ? given : [...given, h('p', { class: 'note' }, 'what came of it'), block(happened.result)];
  });
}

function stepTitle(step, run) {
  const made = run.attempts.find((row) => row.attempt.step === step.step);
  const tools = step.entries.filter((happened) => happened.kind === 'TOOL').map((happened) => happened.title);
  const refolded = step.entries.map((happened) => /^refold:([^:]*):/.exec(happened.title)).find(Boolean);
  const idle = refolded ? `verification of ${refolded[1]}` : tools.join(', ') || 'no action';
  const what = made !== undefined ? label(made, run).slice(1) : [idle];
  const steered = step.pursuit === null || step.pursuit === 'native' ? null : badge(step.pursuit);
  return [`step ${step.step} \u00b7 `, made !== undefined ? `${words(made.attempt.stage)} \u00b7 ${made.family} \u00b7 ` : null, ...what, steered];
}

/** The trajectory: every call, tool and program in order. */
function steps(run) {
  return section('steps', 'The course, step by step',
    h('p', { class: 'note' }, 'Every model call, tool and program in order; open one for what was said, given and printed.'),
    run.steps.map((step) => opening(`step ${step.step}`, stepTitle(step, run),
      () => step.entries.map((happened, index) => entry(happened, `step ${step.step} ${index}`)))));
}
