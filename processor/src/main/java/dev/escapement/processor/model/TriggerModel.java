package dev.escapement.processor.model;

import java.util.Optional;

/**
 * The model of a trigger, a method that converts a typed event, or a tick of a schedule, to the input of a thread.
 *
 * @param method its name, which is also the name of the trigger
 * @param description the main description in its documentation comment, empty if it has none
 * @param source the place of its declaration
 * @param parameter the name of its parameter; empty if it has none, which only a scheduled trigger can have
 * @param payload the shape of the event; that of a tick if it has no parameter
 * @param exported whether the type of the event is public
 * @param schedule the cron expression; empty if the trigger is not scheduled
 * @param zone the id of the time zone; empty for the default
 */
public record TriggerModel(
        String method,
        String description,
        SourceRef source,
        Optional<String> parameter,
        TypeShape payload,
        boolean exported,
        Setting<Optional<String>> schedule,
        Setting<Optional<String>> zone) {

    /** The time zone of schedules that do not specify one. */
    private static final String DEFAULT_ZONE = "UTC";

    /** Returns whether the trigger has a schedule. */
    public boolean isScheduled() {
        return schedule.value().isPresent();
    }

    /** Returns the id of the time zone of the schedule. */
    public String zoneId() {
        return zone.value().orElse(DEFAULT_ZONE);
    }
}
