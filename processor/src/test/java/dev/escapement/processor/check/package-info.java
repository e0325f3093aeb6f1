/** Tests of rules, on handwritten models. */
@NullMarked
package dev.escapement.processor.check;

import org.jspecify.annotations.NullMarked;
