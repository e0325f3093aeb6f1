/** Tests of rules on models that are made by hand. */
@NullMarked
package dev.escapement.processor.check;

import org.jspecify.annotations.NullMarked;
