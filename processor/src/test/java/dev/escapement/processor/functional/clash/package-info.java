/** Types named like those that generated code uses: none may be taken for the other. */
@NullMarked
package dev.escapement.processor.functional.clash;

import org.jspecify.annotations.NullMarked;
