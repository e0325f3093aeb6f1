package deploy;

import dev.escapement.Tool;

/**
 * Try out what was deployed.
 *
 * @param tag what was deployed
 */
@Tool
public record RunSmokeTest(String tag) implements AfterDeploy {}
