package deploy;

import dev.escapement.Tool;

/**
 * Go back to the tag that ran before.
 *
 * @param tag the tag that is to run again
 */
@Tool
public record RollBack(String tag) implements Production, AfterDeploy {}
