package deploy;

import dev.escapement.Tool;

/**
 * Deploy a tag to staging.
 *
 * @param tag The tag to deploy
 */
@Tool
public record DeployToStaging(String tag) {}
