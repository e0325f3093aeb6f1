package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Agent} that turns something typed that happened outside (a message, an e-mail, a tick of a
 * clock) into the input of a thread: one parameter of any type that JSON can express, and a {@code String} as result,
 * the words that the model is shown.
 *
 * <p>The generated loop has a method of the same name that gives a {@link dev.escapement.thread.Start} for
 * {@link dev.escapement.run.Runner#start(dev.escapement.thread.Start)}; the thread records the payload as JSON.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Trigger {}
