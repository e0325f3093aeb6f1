package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Agent} that fetches context which is certain to be needed, so that the model need not ask
 * for it. What it returns is recorded and shown to the model under the name of the method in snake_case.
 *
 * <p>The method may have one parameter, the {@link dev.escapement.thread.AgentThread}, and returns any type that JSON can
 * express. Exceptions that it declares are shown to the model, as those of a {@link Step} are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prefetch {

    /** When context is fetched. */
    enum When {

        /** Once, before the first request to the model. */
        START,

        /** Before each request to the model; only the newest result is shown. */
        EACH_REQUEST
    }

    /**
     * When the context is fetched.
     *
     * @return once by default
     */
    When value() default When.START;
}
