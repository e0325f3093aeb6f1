package assist;

import dev.escapement.Tool;

/**
 * Search appointments.
 *
 * @param day the day
 */
@Tool
public record SearchAppointment(String day) {}
