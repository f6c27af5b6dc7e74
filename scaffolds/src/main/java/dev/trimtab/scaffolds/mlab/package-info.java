/**
 * The scaffold {@code mlab}: the research agent of MLAgentBench, which acts by one tool a step and carries its plan forward, written anew.
 * {@link dev.trimtab.scaffolds.mlab.MlabAgent} is its loop.
 */
@NullMarked
package dev.trimtab.scaffolds.mlab;

import org.jspecify.annotations.NullMarked;
