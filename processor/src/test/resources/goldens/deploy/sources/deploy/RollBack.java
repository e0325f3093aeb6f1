package deploy;

import dev.escapement.Tool;

/**
 * Roll back to an earlier tag.
 *
 * @param tag the tag to restore
 */
@Tool
public record RollBack(String tag) implements Production, AfterDeploy {}
