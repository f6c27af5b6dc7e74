/**
 * The offline engineer: a chat model that reads only the request's text and stands in for a language model in tests, demonstrations and policy
 * studies. It is no language model; {@link dev.trimtab.runtime.model.offline.OfflineEngineer} is the entry.
 */
@NullMarked
package dev.trimtab.runtime.model.offline;

import org.jspecify.annotations.NullMarked;
