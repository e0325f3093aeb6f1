/** Tests of models, without a compiler. */
@NullMarked
package dev.escapement.processor.model;

import org.jspecify.annotations.NullMarked;
