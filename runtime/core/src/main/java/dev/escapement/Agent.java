package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an agent: its {@link Step} methods are what a model may choose from.
 *
 * <p>For a class {@code RefundDesk} the processor generates {@code RefundDeskLoop} beside it, an
 * {@link dev.escapement.engine.AgentLoop} that a {@link dev.escapement.run.Runner} drives.
 *
 * <p>The limits count over a whole thread, over all processes that worked on it. A runner may narrow them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Agent {

    /**
     * How often a step may be started; running again after a crash does not count. The last one is kept for a step that
     * finishes.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxSteps() default 100;

    /**
     * How often the model may be asked. At the last request only tools are offered whose steps finish.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxModelCalls() default 100;

    /**
     * How many tokens, of requests and replies together, may be used before the thread is stopped.
     *
     * @return 1 or more; 0 for no limit
     */
    long maxTokens() default 0;

    /**
     * How much money may be spent before the thread is stopped, in the currency of the model's prices. A model without a
     * price table costs nothing, so this limit is never reached then; a warning in the log says so.
     *
     * @return a decimal number above 0, like {@code 0.50}; empty for no limit
     */
    String maxCost() default "";

    /**
     * How long the thread may work before it is stopped. Time in which it waits for a person does not count; time
     * after a crash, until somebody resumes it, does.
     *
     * @return a duration as ISO 8601 writes it, like {@code PT10M}; empty for no limit
     */
    String maxTime() default "";

    /**
     * How many replies of the model may fail one after the other. A reply fails if none of its calls succeeds and at
     * least one fails or is denied, or if it should have called a tool and did not.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxConsecutiveFailures() default 3;

    /**
     * What happens when as many replies have failed.
     *
     * @return stops by default
     */
    OnFailures onFailures() default OnFailures.STOP;

    /**
     * What happens when the model writes text and calls no tool.
     *
     * @return waits for the person by default
     */
    OnText onText() default OnText.WAIT;
}
