package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of an {@link Agent} that renders a thread for the model, in place of
 * {@link dev.escapement.thread.Rendering#messages}: the parameter is the {@link dev.escapement.thread.AgentThread}, and a
 * {@code boolean} may follow which says that this is the last request and only finishing tools are left. It returns a
 * {@code List} of {@link dev.escapement.model.Message}s, or a {@code String} that becomes one message of the user.
 *
 * <p>Must not change anything, and give the same for the same thread.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Context {}
