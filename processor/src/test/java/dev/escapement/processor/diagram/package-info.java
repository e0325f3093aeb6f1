/** Tests of diagrams, without a compiler. */
@NullMarked
package dev.escapement.processor.diagram;

import org.jspecify.annotations.NullMarked;
