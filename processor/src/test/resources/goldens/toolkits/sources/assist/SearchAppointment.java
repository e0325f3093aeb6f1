package assist;

import dev.escapement.Tool;

/**
 * Searches appointments.
 *
 * @param day the day
 */
@Tool
public record SearchAppointment(String day) {}
