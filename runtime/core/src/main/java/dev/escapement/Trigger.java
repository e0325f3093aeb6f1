package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that converts a typed external event, such as an e-mail or a timer, into the input of a
 * thread. The method has one parameter of any type that JSON can express, and returns the text for the model as a
 * {@code String}.
 *
 * <pre>{@code
 * @Trigger
 * String mail(Mail mail) {
 *     return "Mail from " + mail.from() + ": " + mail.text();
 * }
 * }</pre>
 *
 * <p>The generated loop has a method of the same name that returns a {@link dev.escapement.thread.Start} for
 * {@link dev.escapement.run.Runner#start(dev.escapement.thread.Start)}; the thread records the payload as JSON.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Trigger {}
