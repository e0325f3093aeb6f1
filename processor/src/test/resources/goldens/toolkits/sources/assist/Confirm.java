package assist;

import dev.escapement.Tool;

/**
 * Ask the user for a day.
 *
 * @param day the day
 */
@Tool
public record Confirm(String day) {}
