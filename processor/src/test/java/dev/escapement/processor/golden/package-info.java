/** Tests of the exact text of generated files. */
@NullMarked
package dev.escapement.processor.golden;

import org.jspecify.annotations.NullMarked;
