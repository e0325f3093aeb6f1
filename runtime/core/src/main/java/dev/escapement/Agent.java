package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an agent: its {@link Step} methods are what a model may choose from.
 *
 * <p>For a class {@code RefundDesk} the processor generates {@code RefundDeskLoop} beside it, an
 * {@link dev.escapement.loop.AgentLoop} that a {@link dev.escapement.run.Runner} drives.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Agent {}
