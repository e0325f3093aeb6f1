/** Tests of portable regular expressions. */
@NullMarked
package dev.escapement.processor.pattern;

import org.jspecify.annotations.NullMarked;
