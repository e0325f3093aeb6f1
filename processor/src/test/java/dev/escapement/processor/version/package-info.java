/** Tests of generated agents whose later versions continue the threads of earlier ones. */
@NullMarked
package dev.escapement.processor.version;

import org.jspecify.annotations.NullMarked;
