/**
 * One small class a rule: each looks at a model and adds the problems that it finds.
 *
 * <p>Depends on {@code model}, {@code schema} and {@code diagnostic}.
 */
@NullMarked
package dev.escapement.processor.check;

import org.jspecify.annotations.NullMarked;
