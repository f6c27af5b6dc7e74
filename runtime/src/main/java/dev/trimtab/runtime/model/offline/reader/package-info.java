/**
 * Turns the text of a prompt into facts, by one reader for all formats: {@link dev.trimtab.runtime.model.offline.reader.PromptReader} finds the
 * parts, {@link dev.trimtab.runtime.model.offline.reader.AttemptReader} what was tried. {@link
 * dev.trimtab.runtime.model.offline.reader.Redaction} takes out beforehand what must not be read.
 */
@NullMarked
package dev.trimtab.runtime.model.offline.reader;

import org.jspecify.annotations.NullMarked;
