package dev.escapement;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A step's return value that starts a thread of another agent. The parent thread waits, without holding resources, until
 * the child thread has ended; the call's answer is the child's result or its failure. For each agent {@code Writer}, the
 * generated {@code WriterLoop} creates the values: the static method {@code delegate} from a text, and {@code delegateOnMail}
 * from the payload of the {@link Trigger} method {@code mail}. The latter is an instance method, because it calls the trigger
 * method.
 *
 * <pre>{@code
 * @Step
 * Delegate<Writer> write(WriteDraft call) {
 *     return WriterLoop.delegate(call.topic()).maxTokens(50_000);
 * }
 * }</pre>
 *
 * <p>A {@link Join} method receives the typed result of the child, and decides what follows without a model call. The
 * methods return copies.
 *
 * @param <A> the agent class of the child thread
 */
public interface Delegate<A> {

    /**
     * Returns the name of the child's agent.
     *
     * @return the name in stored threads
     */
    String agent();

    /**
     * Returns a value with a further label of the child thread. The child also has the labels of its parent, which cannot
     * be replaced: a label of the parent with this name has its value in the child, too.
     *
     * @param name the name of the label
     * @param value its value
     * @return a copy
     */
    Delegate<A> label(String name, String value);

    /**
     * Returns a value with a limit on the steps in a turn of the child.
     *
     * @param limit the limit, 1 or more
     * @return a copy
     */
    Delegate<A> maxSteps(long limit);

    /**
     * Returns a value with a limit on the replies of the model in a turn of the child.
     *
     * @param limit the limit, 1 or more
     * @return a copy
     */
    Delegate<A> maxModelCalls(long limit);

    /**
     * Returns a value with a limit on the tokens of the child, which count as used by the parent until the child ends.
     *
     * @param limit the limit, 1 or more
     * @return a copy
     */
    Delegate<A> maxTokens(long limit);

    /**
     * Returns a value with a limit on the cost of the child, which counts as used by the parent until the child ends.
     *
     * @param limit the limit, more than 0, in the currency of the model's prices
     * @return a copy
     */
    Delegate<A> maxCost(BigDecimal limit);

    /**
     * Returns a value with a limit on the working time in a turn of the child.
     *
     * @param limit the limit, more than zero
     * @return a copy
     */
    Delegate<A> maxTime(Duration limit);
}
