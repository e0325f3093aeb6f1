package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that fetches context before the model requests it. The result is recorded, and the model
 * receives it under the name of the method in snake_case.
 *
 * <pre>{@code
 * @Prefetch
 * List<Order> openOrders() {
 *     return orders.open();
 * }
 * }</pre>
 *
 * <p>The method may have one parameter, the {@link dev.escapement.thread.AgentThread}, and returns any type that JSON
 * can express. The model receives the messages of declared exceptions, as for a {@link Step}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prefetch {

    /** The time at which context is fetched. */
    enum When {

        /** The context is fetched once, before the first request to the model. */
        START,

        /** The context is fetched before each request to the model. Only the newest result is sent. */
        EACH_REQUEST
    }

    /**
     * Returns the time at which the context is fetched.
     *
     * @return the time; {@link When#START} by default
     */
    When value() default When.START;
}
