package deploy;

import dev.escapement.Tool;

/**
 * Deploy a tag to staging.
 *
 * @param tag the tag
 */
@Tool
public record DeployToStaging(String tag) {}
