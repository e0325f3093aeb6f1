package assist;

import dev.escapement.Tool;

/**
 * Books an appointment.
 *
 * @param day the day
 */
@Tool
public record BookAppointment(String day) implements Change {}
