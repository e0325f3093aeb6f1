/**
 * The validators for the models of tools, codecs and agents. Each rule has one {@code …Validator}, and all are listed
 * in {@link dev.escapement.processor.check.Validators}.
 *
 * <p>Depends on {@code model}, {@code schema} and {@code diagnostic}.
 */
@NullMarked
package dev.escapement.processor.check;

import org.jspecify.annotations.NullMarked;
