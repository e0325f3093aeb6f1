package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that decides whether a selected call may run.
 *
 * <p>The first parameter is a {@link Tool} record, or a sealed interface of such records to guard several steps with
 * one method; an {@link dev.escapement.thread.AgentThread} may follow. The method returns a {@link Verdict}, which is
 * recorded. The gate runs with validated arguments when the call is selected, and again before the step runs if an
 * approval, another step or a message was recorded in between; then only a denial counts. Several gates of one step run in declaration order,
 * and the strictest verdict applies. An exception from a gate denies the call.
 *
 * <pre>{@code
 * @Gate
 * Verdict review(IssueRefund call) {
 *     return call.amountCents() > 100_00 ? Verdict.ask("Refund " + call.amountCents() + " cents?") : Verdict.proceed();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gate {

    /**
     * Returns the effects of the steps that the gate guards, if its first parameter is a {@link dev.escapement.tool.Call}.
     *
     * @return the effects, one or more for such a gate; none for a gate of a tool or a sealed interface
     */
    Effect[] effects() default {};
}
