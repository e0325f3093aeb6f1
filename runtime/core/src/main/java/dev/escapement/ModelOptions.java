package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Options for requests to the model. On an {@link Agent} class, they apply to all its requests. On a {@link Step}
 * method, they apply to the request that follows a result of the step.
 *
 * <pre>{@code
 * @Step(effect = Effect.READ)
 * @ModelOptions(model = "large", effort = "high")
 * Order lookUp(LookUpOrder call) throws OrderNotFound {
 *     return orders.find(call.orderId());
 * }
 * }</pre>
 *
 * <p>An option of a step takes precedence over the option of the agent, then of the runner, then of the client. If a
 * reply contains several calls, the options of the last call count whose step has options and succeeded. Not permitted
 * on a step that finishes the thread or selects another step, because such a step does not precede a request.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ModelOptions {

    /**
     * Returns the name of the model.
     *
     * @return the provider's name of the model; by default that of the next source
     */
    String model() default "";

    /**
     * Returns the temperature of sampling.
     *
     * @return 0 or more; by default that of the next source
     */
    double temperature() default -1;

    /**
     * Returns the effort of thinking.
     *
     * @return the effort in the provider's words, for example {@code low}; by default that of the next source
     */
    String effort() default "";

    /**
     * Returns the maximum length of the reply.
     *
     * @return the number of tokens, 1 or more; by default that of the next source
     */
    int maxOutputTokens() default 0;
}
