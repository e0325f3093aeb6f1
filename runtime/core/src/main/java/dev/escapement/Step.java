package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of an {@link Agent} the step that runs when the model calls a tool.
 *
 * <p>The first parameter is the {@link Tool} record; a {@link dev.escapement.StepContext} may follow. What the
 * method returns says what comes next:
 *
 * <ul>
 *   <li>{@link dev.escapement.Finish}: the thread ends with a typed result;
 *   <li>{@link dev.escapement.Pause}: the thread waits for a typed reply of a person;
 *   <li>a {@link Tool} record, or a sealed interface of them: that call is next, and the model is not asked;
 *   <li>anything else that JSON can express, or {@code void}: it is recorded, and the model decides again.
 * </ul>
 *
 * <p>Exceptions in the method's {@code throws} clause are part of its contract: the model reads their message and can
 * correct itself. Everything else that it throws is a defect: the model reads a neutral sentence, the log has the rest.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Step {

    /**
     * What running the step does to the world.
     *
     * @return the effect
     */
    Effect effect() default Effect.WRITE;

    /**
     * Whether the model may select the step. If not, only other steps can, by returning its tool.
     *
     * @return true by default
     */
    boolean offered() default true;
}
