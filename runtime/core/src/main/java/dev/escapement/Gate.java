package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Agent} that decides whether a selected call may run: it stands between selection and
 * invocation.
 *
 * <p>The first parameter is a {@link Tool} record, or a sealed interface of them to guard several steps with one method;
 * an {@link dev.escapement.thread.AgentThread} may follow. It returns a {@link dev.escapement.Verdict}, which is
 * recorded and never asked for again. The arguments have been validated before. If several gates stand before one step,
 * all are asked in declaration order, and the strictest verdict counts. A gate that throws denies.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gate {}
