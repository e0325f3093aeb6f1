package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that continues a step after the thread of its {@link Delegate} has finished. The first parameter
 * is the {@link Tool} record of the step, the second one is the result type of the child agent's {@link Finish}. The method
 * returns a {@code @Tool} record or a sealed interface of such records, whose step runs next without a model call, or any
 * other result for the model.
 *
 * <p>The method must not have an effect: it runs again if a crash prevents the recording of its result. It is not called if
 * the child thread fails; the model then reads the failure.
 *
 * <p>The method is not a filter. If a release removes it, or changes the arguments, the child's result or the child's agent so
 * that it does not apply to an open child, then the model reads the result of the child, unfiltered.
 *
 * <pre>{@code
 * @Step
 * Delegate<Writer> write(WriteDraft call) {
 *     return WriterLoop.delegate(call.topic() + "\n" + call.remarks());
 * }
 *
 * @Join
 * ReviewDraft written(WriteDraft call, Draft draft) {
 *     return new ReviewDraft(call.topic(), call.round(), draft.text());
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Join {}
