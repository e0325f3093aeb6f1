package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that handles calls to a tool.
 *
 * <p>The first parameter is the {@link Tool} record; a {@link StepContext} may follow. The return type determines the
 * control flow:
 *
 * <ul>
 *   <li>{@link Finish}: the thread ends with a typed result;
 *   <li>{@link Pause}: the thread waits for a typed reply from a person;
 *   <li>a {@link Tool} record, or a sealed interface of such records: the step of the returned record runs next,
 *       without a request to the model;
 *   <li>any other type that JSON can express, or {@code void}: the result is recorded, and the model selects the next
 *       step.
 * </ul>
 *
 * <p>Exceptions in the method's {@code throws} clause are part of its contract: the model receives their messages and
 * can correct itself. Any other exception is a defect: the model receives a neutral sentence, and the log contains
 * the exception.
 *
 * <pre>{@code
 * @Step(effect = Effect.READ)
 * Order lookUp(LookUpOrder call) throws OrderNotFound {
 *     return orders.find(call.orderId());
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Step {

    /**
     * Returns the external effect of the step.
     *
     * @return the effect
     */
    Effect effect() default Effect.WRITE;

    /**
     * Returns the maximum number of attempts while the outcome of the step is unknown. By default, a step that is not
     * {@link Effect#DESTRUCTIVE} has 3 attempts after crashes and interruptions, and an {@link Effect#IDEMPOTENT} step
     * also after exceptions. A number set here applies to both cases. Not permitted for a destructive step.
     *
     * @return 1 or more; 0 for the default
     */
    int attempts() default 0;

    /**
     * Returns the maximum length of a result in the default rendering. The rendering replaces the middle of a longer
     * result by a notice with the numbers of characters; the thread keeps all of it.
     *
     * @return the number of UTF-16 code units, 100 or more; 0 for the default of 50,000
     */
    int maxResultLength() default 0;

    /**
     * Returns whether the model may select the step. Otherwise it runs only if another step returns its tool.
     *
     * @return true by default
     */
    boolean offered() default true;
}
