package dev.escapement.processor.diagnostic;

/** The reasons why the time zone of a trigger is not usable, each with its remedy. */
public enum ZoneFault implements Wording {
    /** The argument is a hint. */
    UNKNOWN("is unknown{0}. Use the id of a zone, for example \"UTC\" or \"Europe/Berlin\""),
    WITHOUT_SCHEDULE("has no effect, because the trigger has no schedule. Set a schedule, or remove the zone");

    private final String template;

    ZoneFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
