/** What the scaffolds' prompts share: wording that a user can replace, durations in words, the score that a program prints. */
@NullMarked
package dev.trimtab.scaffolds.prompt;

import org.jspecify.annotations.NullMarked;
