package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} or {@link Toolkit} method that decides whether a selected call may run.
 *
 * <p>The first parameter is a {@link Tool} record, or a sealed interface of such records to guard several steps with
 * one method. With {@link #effects}, it is a {@link dev.escapement.tool.Call}, and the method guards all steps that have
 * one of these effects. An {@link dev.escapement.thread.AgentThread} may follow. The method returns a {@link Verdict},
 * which is recorded. The gate runs with validated arguments when the call is selected, and again before the step runs if
 * an approval, another step or a message was recorded in between; then only a denial counts. An exception from a gate
 * denies the call.
 *
 * <p>The gates of an agent guard its own steps and those of its toolkits; the gates of a toolkit guard only the steps of
 * the toolkit. All gates of a step run, those of the agent first, each in declaration order. The strictest verdict
 * applies; of several that are equally strict, the first one.
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
