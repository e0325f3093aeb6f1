package assist;

import dev.escapement.Tool;

/**
 * Book an appointment.
 *
 * @param day the day
 */
@Tool
public record BookAppointment(String day) implements Change {}
