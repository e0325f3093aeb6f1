/** Tests of schemas, on handwritten models without a compiler. */
@NullMarked
package dev.escapement.processor.schema;

import org.jspecify.annotations.NullMarked;
