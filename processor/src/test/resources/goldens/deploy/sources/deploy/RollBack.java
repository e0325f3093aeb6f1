package deploy;

import dev.escapement.Tool;

/**
 * Roll back to an earlier tag.
 *
 * @param tag The tag to restore
 */
@Tool
public record RollBack(String tag) implements Production, AfterDeploy {}
