package dev.trimtab.runtime.run;

import dev.trimtab.runtime.journal.Journal;

/**
 * Passes on what happens now, and not again what a resumed run only plays back.
 *
 * @param journal the run's log
 * @param listener hears of what is new
 */
record LiveListener(Journal journal, RunListener listener) implements RunListener {
    @Override
    public void stepped(Progress progress) {
        if (!journal.replaying()) {
            listener.stepped(progress);
        }
    }

    @Override
    public void noticed(String text) {
        if (!journal.replaying()) {
            listener.noticed(text);
        }
    }
}
