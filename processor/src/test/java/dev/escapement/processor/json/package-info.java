/** Tests of the JSON in annotations. */
@NullMarked
package dev.escapement.processor.json;

import org.jspecify.annotations.NullMarked;
