package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that returns the system prompt. The method has no parameters and returns a {@code String}.
 *
 * <p>It runs before each request to the model. The library sends its result unchanged.
 *
 * <pre>{@code
 * @Prompt
 * String prompt() {
 *     return "You handle refunds. Look the order up before you promise anything.";
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prompt {}
