package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that renders a thread for the model in place of
 * {@link dev.escapement.thread.Rendering#messages}. The first parameter is the
 * {@link dev.escapement.thread.AgentThread}; an optional {@code boolean} parameter is true for the last request, which
 * offers only finishing tools. The method returns a {@code List} of {@link dev.escapement.model.Message}s, or a
 * {@code String} that becomes one user message.
 *
 * <pre>{@code
 * @Context
 * String conversation(AgentThread thread) {
 *     return Rendering.text(thread);
 * }
 * }</pre>
 *
 * <p>{@link dev.escapement.thread.Rendering#within} limits the length of the default rendering.
 *
 * <p>The method must not have side effects, and must return equal results for equal threads.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Context {}
