package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class that defines an agent. A model selects which of its {@link Step} methods runs next.
 *
 * <p>For a class {@code RefundDesk} the processor generates {@code RefundDeskLoop} in the same package, an
 * {@link dev.escapement.engine.AgentLoop} that a {@link dev.escapement.run.Runner} executes.
 *
 * <p>The limits on steps, model calls and time apply to a turn, from the start of a thread or a message of a person to the
 * next message. At such a limit, the thread waits for a message. The limits on tokens and cost apply to a whole thread and
 * stop it. All limits apply across all processes that run the thread. A runner can lower them.
 *
 * <pre>{@code
 * @Agent(maxSteps = 20)
 * public final class RefundDesk {
 *     @Prompt
 *     String prompt() {
 *         return "You handle refunds.";
 *     }
 *
 *     @Step
 *     Finish<Receipt> refund(IssueRefund call) {
 *         return Finish.with(new Receipt(call.orderId(), call.amountCents()));
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME) // for frameworks that find the agents among their beans
@Target(ElementType.TYPE)
public @interface Agent {

    /**
     * Returns the name that identifies the agent in stored threads. Set the previous name after renaming or moving the
     * class, so that the agent continues its stored threads.
     *
     * @return the name; empty for the qualified name of the class
     */
    String name() default "";

    /**
     * Returns the maximum number of steps in a turn. Further attempts of a call do not count. The last step is reserved
     * for finishing the thread.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxSteps() default 100;

    /**
     * Returns the maximum number of replies of the model in a turn. The last request offers only tools whose steps finish
     * the thread.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxModelCalls() default 100;

    /**
     * Returns the total number of request and reply tokens after which a thread stops.
     *
     * @return 1 or more; 0 for no limit
     */
    long maxTokens() default 0;

    /**
     * Returns the cost, in the currency of the model's prices, after which a thread stops. A model without a price
     * table costs nothing, so it never reaches this limit; the log contains a warning.
     *
     * @return a decimal number above 0, like {@code 0.50}; empty for no limit
     */
    String maxCost() default "";

    /**
     * Returns the maximum working time in a turn: the time spent in steps, requests and the retrieval of context. Time
     * spent waiting for a person, or between a crash and the resumption, does not count.
     *
     * @return an ISO 8601 duration like {@code PT10M}; empty for no limit
     */
    String maxTime() default "";

    /**
     * Returns the maximum number of consecutive failed replies. A reply fails if none of its calls succeeds and at
     * least one fails, or if its text is rejected. Declared exceptions, denials by gates and refusals by people are not
     * failures.
     *
     * @return 1 or more; 0 for no limit
     */
    int maxConsecutiveFailures() default 3;

    /**
     * Returns the action to take after {@link #maxConsecutiveFailures} consecutive failed replies.
     *
     * @return the reaction; {@link OnFailures#STOP} by default
     */
    OnFailures onFailures() default OnFailures.STOP;

    /**
     * Returns the action to take after a reply that contains text but does not call a tool.
     *
     * @return the reaction; {@link OnText#WAIT} by default
     */
    OnText onText() default OnText.WAIT;

    /**
     * Returns the maximum number of threads on the path from a thread of this agent to the deepest thread that is started by
     * {@link Delegate}. Required for agents that delegate to each other in a cycle.
     *
     * @return 1 or more, counted without the thread of this agent; 0 for the default of 3
     */
    int maxDepth() default 0;

    /**
     * Returns the toolkits whose steps, gates and prefetches this agent has in addition to its own.
     *
     * @return classes with the annotation {@link Toolkit}; none by default
     */
    Class<?>[] toolkits() default {};

    /**
     * Returns the tools of toolkits that the model may not select. Their steps run only if another step returns the tool.
     *
     * @return {@link Tool} records of steps in {@link #toolkits}; none by default
     */
    Class<?>[] withheld() default {};
}
