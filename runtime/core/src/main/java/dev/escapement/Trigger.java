package dev.escapement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An {@link Agent} method that converts a typed external event, such as an e-mail, or a tick of a schedule into the
 * input of a thread. The method has one parameter of any type that JSON can express, and returns the text for the model
 * as a {@code String}.
 *
 * <pre>{@code
 * @Trigger
 * String mail(Mail mail) {
 *     return "Mail from " + mail.from() + ": " + mail.text();
 * }
 *
 * @Trigger(schedule = "0 9 * * MON-FRI", zone = "Europe/Berlin")
 * String morning(Instant tick) {
 *     return "It is " + tick + ". List the refunds that wait for approval.";
 * }
 * }</pre>
 *
 * <p>The generated loop has a method of the same name that returns a {@link dev.escapement.thread.Start} for
 * {@link dev.escapement.run.Runner#start(dev.escapement.thread.Start)}; the thread records the payload as JSON.
 * {@link dev.escapement.engine.AgentLoop#start} accepts the payload as JSON text.
 *
 * <p>The method of a trigger with a schedule has no parameter, or one parameter of the type {@link java.time.Instant},
 * the time of the tick, which the thread records as the payload. A {@link dev.escapement.run.Worker} starts one thread
 * for each tick, also if several processes have a worker. Several ticks that passed while no worker was running start
 * one thread, for the first of them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Trigger {

    /**
     * Returns the cron expression of the times at which a thread starts: minute (0-59), hour (0-23), day of month (1-31),
     * month (1-12 or JAN-DEC) and day of week (0-7 or SUN-SAT; 0 and 7 are Sunday), separated by spaces. Each field is
     * {@code *}, a value, a range, or a comma-separated list of these; {@code *} and a range can have a step, such as
     * {@code *}{@code /15} or {@code 8-18/2}. If neither field for days begins with {@code *}, a day has to match only
     * one of them, otherwise both.
     *
     * <p>Each time fires once: a local time that a clock change skips fires at the instant of the change, and a local
     * time that a clock change repeats fires at its first occurrence.
     *
     * @return the expression; empty for a trigger without a schedule
     */
    String schedule() default "";

    /**
     * Returns the time zone of the schedule.
     *
     * @return the id of the zone, such as {@code Europe/Berlin}
     */
    String zone() default "UTC";
}
