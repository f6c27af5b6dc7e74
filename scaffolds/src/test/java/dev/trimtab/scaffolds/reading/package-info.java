/** Whether the offline engineer reads of an attempt alike in every format that agents and policies make of it. */
package dev.trimtab.scaffolds.reading;
